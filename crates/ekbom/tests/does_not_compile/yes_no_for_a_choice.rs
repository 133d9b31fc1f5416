// E0308: `YesNo::Crohn` becomes `Fact::B12Cause`
use ekbom::Patient;
use ekbom::fact::{Fact, YesNo};

pub fn has(present: bool, _fact: Fact) -> bool {
    Patient::builder().item(YesNo::Crohn, present).build().is_ok()
}

fn main() {}
