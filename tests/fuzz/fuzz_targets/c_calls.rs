#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ekbom_fuzz::c_calls::check(data));
