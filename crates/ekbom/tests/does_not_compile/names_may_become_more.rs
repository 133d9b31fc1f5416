// E0004: `_ =>` becomes `Guideline::Other(_) =>`
use ekbom::Guideline;

pub fn is_sleep_medicine(guideline: &Guideline) -> bool {
    match guideline {
        Guideline::Aasm2025 => true,
        _ => false,
    }
}

fn main() {}
