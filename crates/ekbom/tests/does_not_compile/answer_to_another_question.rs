// E0308: `IronTherapy::NotIndicated` becomes `IronSafety::Clear`
use ekbom::assess::Answers;
use ekbom::knowledge::question::{IronSafety, IronTherapy};

pub fn is_clear(answers: &Answers<IronTherapy>, _safety: &Answers<IronSafety>) -> bool {
    answers.can_be(IronTherapy::NotIndicated)
}

fn main() {}
