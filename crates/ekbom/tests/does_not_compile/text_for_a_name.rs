// E0308: `&AlertCode::IronWithheld` becomes `"iron_withheld"`
use ekbom::{AlertCode, Assessment};

pub fn is_withheld(assessment: &Assessment) -> bool {
    let _: Option<AlertCode> = None;
    assessment.has_alert(&AlertCode::IronWithheld)
}

fn main() {}
