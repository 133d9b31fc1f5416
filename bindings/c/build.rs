//! The soname: programs built against one series of versions do not load another.

use std::env::var;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let read = |name: &str| var(name).unwrap_or_default();
    let (major, minor) = (read("CARGO_PKG_VERSION_MAJOR"), read("CARGO_PKG_VERSION_MINOR"));
    // Before 1.0 every minor version may change the interface.
    let series = if major == "0" { format!("0.{minor}") } else { major };
    match read("CARGO_CFG_TARGET_OS").as_str() {
        "macos" | "ios" => {
            println!("cargo:rustc-cdylib-link-arg=-Wl,-install_name,@rpath/libekbom.{series}.dylib")
        }
        "windows" => {}
        _ => println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libekbom.so.{series}"),
    }
}
