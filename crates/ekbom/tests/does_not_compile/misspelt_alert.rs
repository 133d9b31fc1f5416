// E0599: `IronWithheld` becomes `IronWitheld`
use ekbom::{AlertCode, Assessment};

pub fn is_withheld(assessment: &Assessment) -> bool {
    assessment.has_alert(&AlertCode::IronWithheld)
}

fn main() {}
