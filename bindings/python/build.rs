//! Tells the module what it was built for and how.

fn main() {
    for (name, from) in [("EKBOM_TARGET", "TARGET"), ("EKBOM_OPT_LEVEL", "OPT_LEVEL")] {
        println!("cargo::rustc-env={name}={}", std::env::var(from).unwrap_or_default());
    }
    println!("cargo::rerun-if-changed=build.rs");
}
