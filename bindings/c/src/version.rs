//! Versions.

use crate::text::ekbom_str;

/// Version of the interface of this header: programs built with one series of versions do not load another.
pub const EKBOM_VERSION_MAJOR: u32 = 0;
/// Version of the interface of this header.
pub const EKBOM_VERSION_MINOR: u32 = 1;
/// Version of the interface of this header.
pub const EKBOM_VERSION_PATCH: u32 = 0;

/// The same as one number that grows with the version, for `#if`: 10000 times the major version, 100 times the minor,
/// and the patch.
pub const EKBOM_VERSION_NUMBER: u32 =
    EKBOM_VERSION_MAJOR * 10000 + EKBOM_VERSION_MINOR * 100 + EKBOM_VERSION_PATCH;

/// Version of the library that is loaded, as one number: compare it with EKBOM_VERSION_NUMBER.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_version_number() -> u32 {
    EKBOM_VERSION_NUMBER
}

/// Version of the library that is loaded, such as `0.1.0`. Lasts for ever.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_version() -> ekbom_str {
    ekbom_str::of(env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_says_the_version_of_the_crate() {
        let said = format!("{EKBOM_VERSION_MAJOR}.{EKBOM_VERSION_MINOR}.{EKBOM_VERSION_PATCH}");
        assert_eq!(said, env!("CARGO_PKG_VERSION"));
        let numbers: Vec<u32> = said.split('.').map(|part| part.parse().unwrap()).collect();
        assert!(numbers[1..].iter().all(|part| *part < 100), "a part of the version has three digits");
        assert_eq!(ekbom_version_number(), numbers.iter().fold(0, |sum, part| sum * 100 + part));
    }
}
