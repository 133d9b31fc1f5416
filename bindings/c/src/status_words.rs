//! Statuses in words.

use crate::status::entry;
use crate::text::ekbom_str;

/// The code of a status, such as `null_pointer`; `unknown` for a number that has no meaning here. Lasts for ever.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_status_code(status: u32) -> ekbom_str {
    ekbom_str::of(entry(status).0)
}

/// What a status means, in English. Lasts for ever.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_status_meaning(status: u32) -> ekbom_str {
    ekbom_str::of(entry(status).1)
}
