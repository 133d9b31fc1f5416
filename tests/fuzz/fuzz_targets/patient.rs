#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ekbom_fuzz::patient::check(data));
