// E0308: `Guideline::Other(code)` becomes `Question::Other(code)`
use ekbom::knowledge::code::OwnCode;
use ekbom::{Guideline, Question};

pub fn again(code: OwnCode<Guideline>, question: Question) -> (String, Question) {
    (Guideline::Other(code).to_string(), question)
}

fn main() {}
