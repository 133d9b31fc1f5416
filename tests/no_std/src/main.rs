//! Proof that the core works without the standard library.
//!
//! The program is linked for the host, where std is at hand, and still cannot contain it: it defines the panic
//! handler, which std defines too, and a program with two does not compile (`duplicate lang item`). So if `ekbom` or
//! anything it depends on asked for std, the build would fail; the feature `control` does ask, and the test command
//! checks that the build then fails for this reason. What is left is `core`, `alloc` with the allocator below, and
//! the C library that starts the program. Running it shows that the parts called here also work there.
//!
//! It does not show that the core builds for a processor without atomics or floating point.
//!
//! The exit code is 0, or the number of the check that did not hold; a panic aborts.
#![no_std]
#![no_main]

extern crate alloc;
#[cfg(feature = "control")]
extern crate std;

mod arena;

use core::ffi::{c_char, c_int};

use ekbom::fact::{Fact, FactBox};
use ekbom::knowledge::guideline::TABLES;
use ekbom::logic::engine::Scratch;
use ekbom::logic::table::Table;
use ekbom::measure::analyte::Analyte;
use ekbom::measure::formula::iron;
use ekbom::measure::interval::Interval;
use ekbom::measure::unit::Unit;

#[link(name = "c")]
unsafe extern "C" {
    safe fn abort() -> !;
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    abort()
}

/// The precompiled `alloc` names the unwinder's hook; nothing unwinds here, so nothing calls it.
// SAFETY: std, whose symbol this is, is not in the program.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

/// As above.
// SAFETY: the unwinder, whose symbol this is, is not in the program.
#[unsafe(no_mangle)]
extern "C" fn _Unwind_Resume() -> ! {
    abort()
}

/// Where the C library starts the program.
// SAFETY: with `no_main` there is no other `main`, and this one has the signature that C gives it.
#[unsafe(no_mangle)]
extern "C" fn main(_count: c_int, _arguments: *const *const c_char) -> c_int {
    let checks: [fn() -> Option<bool>; 4] = [intervals, units, formulas, tables];
    for (number, check) in (1..).zip(checks) {
        if check() != Some(true) {
            return number;
        }
    }
    0
}

fn intervals() -> Option<bool> {
    let below_five = Interval::new(0.0, Interval::just_below(5.0))?;
    Some(below_five.contains(4.999) && !below_five.contains(5.0))
}

fn units() -> Option<bool> {
    let unit: Unit = "µg/L".parse().ok()?;
    let converted = Analyte::Ferritin.convert(38.0, unit, Unit::NgPerMl)?;
    Some((converted - 38.0).abs() < 1e-12 && "parsec".parse::<Unit>().is_err())
}

fn formulas() -> Option<bool> {
    use ekbom::measure::formula::egfr::{AgeYears, CreatinineMgDl, EgfrSex, ckd_epi_2021};
    let saturation = iron::tsat_percent(30.0, 150.0);
    let filtration = ckd_epi_2021(CreatinineMgDl(0.9), AgeYears(58.0), EgfrSex::Female);
    Some((saturation - 20.0).abs() < 1e-12 && (70.0..80.0).contains(&filtration))
}

/// Compiles a guideline's table and asks it, before and after a result is known.
fn tables() -> Option<bool> {
    let data = TABLES.iter().find(|table| table.question.id == "iron.therapy")?;
    let table = Table::try_from(*data).ok()?;
    let mut scratch = Scratch::new();
    let mut facts = FactBox::new();
    let open = table.possible(&facts, &mut scratch);
    facts.set_value(Fact::AgeYears, Interval::exact(58.0)?);
    facts.set_value(Fact::Ferritin, Interval::exact(38.0)?);
    let narrower = table.possible(&facts, &mut scratch);
    Some(!narrower.is_empty() && narrower != open && !table.needs(&facts).is_empty())
}
