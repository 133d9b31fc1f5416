//! Conditions that several guidelines share.

use crate::fact::{Distress, Fact, Person};
use crate::logic::authoring::{Condition, above, any, below, is, person, yes};

/// Too young for any rule here.
pub(super) const UNDER_TWO: Condition = below(Fact::AgeYears, 2.0);

/// Rules for adults never answer for a child.
pub(super) const CHILD: Condition = below(Fact::AgeYears, 18.0);

/// Pregnant, any trimester.
pub(super) const PREGNANT: Condition = person(Person::PREGNANT);

/// End-stage renal disease: dialysis, stated, or by eGFR.
pub(super) const ESRD: Condition = any(&[yes(Fact::Dialysis), yes(Fact::Esrd), below(Fact::Egfr, 15.0)]);

/// End-stage renal disease as somebody stated it, or dialysis.
pub(super) const ESRD_STATED: Condition = any(&[yes(Fact::Dialysis), yes(Fact::Esrd)]);

/// Filtration as low as in end-stage renal disease. Alone it does not say whether that is treated, acute or chronic.
pub(super) const EGFR_BELOW_15: Condition = below(Fact::Egfr, 15.0);

/// Kidney disease as far as these facts tell: dialysis, end-stage disease, or an eGFR below 60.
pub(super) const KIDNEY_DISEASE: Condition =
    any(&[yes(Fact::Dialysis), yes(Fact::Esrd), below(Fact::Egfr, 60.0)]);

/// Iron is low enough to change the red cells: ferritin below 30 ng/mL, or transferrin saturation below 20 %.
pub(super) const IRON_LOW: Condition = any(&[below(Fact::Ferritin, 30.0), below(Fact::Tsat, 20.0)]);

/// At least moderate distress.
pub(super) const MUCH_DISTRESS: Condition =
    is(Fact::Distress, Distress::Moderate.only().or(Distress::Severe.only()));

/// The six objective signs of neurological involvement by vitamin B12 deficiency. Paraesthesia and numbness are not
/// among them: restless legs have these too.
pub(super) const NEUROLOGICAL_SIGN: Condition = any(&[
    yes(Fact::GaitDisturbance),
    yes(Fact::MuscleWeakness),
    yes(Fact::AbnormalReflexes),
    yes(Fact::ImpairedPositionOrVibration),
    yes(Fact::CognitiveChange),
    yes(Fact::VisualChange),
]);

/// C-reactive protein above 5 mg/L: ferritin may be falsely high.
pub(super) const INFLAMMATION: Condition = above(Fact::Crp, 5.0);
