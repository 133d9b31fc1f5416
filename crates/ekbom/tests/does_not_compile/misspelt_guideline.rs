// E0599: `Mayo2021` becomes `Mayo2012`
use ekbom::assess::NoPosition;
use ekbom::{Assessment, Guideline, Question};

pub fn possible(assessment: &Assessment) -> Result<usize, NoPosition> {
    Ok(assessment.position(Question::IronTherapy, &Guideline::Mayo2021)?.possible.len())
}

fn main() {}
