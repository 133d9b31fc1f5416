// E0599: `IronTherapy` becomes `IronTheraphy`
use ekbom::assess::NoPosition;
use ekbom::{Assessment, Guideline, Question};

pub fn possible(assessment: &Assessment) -> Result<usize, NoPosition> {
    Ok(assessment.position(Question::IronTherapy, &Guideline::Mayo2021)?.possible.len())
}

fn main() {}
