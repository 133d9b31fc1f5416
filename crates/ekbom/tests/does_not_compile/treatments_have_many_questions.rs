// E0277: `::<IronTherapy>` becomes `::<TreatmentPosition>`
use ekbom::knowledge::question::{IronTherapy, TreatmentPosition};
use ekbom::{Assessment, Guideline};

pub fn is_open(assessment: &Assessment, _said: TreatmentPosition) -> bool {
    let _: Option<IronTherapy> = None;
    assessment.answers::<IronTherapy>(&Guideline::Aasm2025).is_ok_and(|answers| answers.count() > 1)
}

fn main() {}
