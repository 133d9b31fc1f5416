//! Versions.

use crate::text::ekbom_str;

/// Version of the interface of this header: programs built with one series of versions do not load another.
pub const EKBOM_VERSION_MAJOR: u32 = 0;
/// Version of the interface of this header.
pub const EKBOM_VERSION_MINOR: u32 = 1;
/// Version of the interface of this header.
pub const EKBOM_VERSION_PATCH: u32 = 0;

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
    }
}
