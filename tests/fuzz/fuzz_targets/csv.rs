#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ekbom_fuzz::caught(|| ekbom_fuzz::files::check(data, "csv")));
