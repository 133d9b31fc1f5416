//! An assessment as records: the same keys as its JSON.

use ekbom::assess as core;

/// Texts of the core as texts of their own.
fn owned<T: ToString>(texts: impl IntoIterator<Item = T>) -> Vec<String> {
    texts.into_iter().map(|text| text.to_string()).collect()
}

fn all<'a, C: 'a, T: From<&'a C>>(items: &'a [C]) -> Vec<T> {
    items.iter().map(T::from).collect()
}

/// A record that mirrors a struct of the core, field by field.
macro_rules! mirror {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident of $core:ty {
            $($(#[doc = $field_doc:literal])+ $field:ident: $type:ty = |$from:ident| $value:expr,)+
        }
    )+) => { $(
        $(#[doc = $doc])+
        #[derive(Clone, Debug, uniffi::Record)]
        pub struct $name { $($(#[doc = $field_doc])+ pub $field: $type,)+ }

        impl From<&$core> for $name {
            fn from(own: &$core) -> Self {
                Self { $($field: { let $from = own; $value },)+ }
            }
        }
    )+ };
}

mirror! {
    /// Everything that follows from what is known of one patient.
    Assessment of core::Assessment {
        /// Version of the library.
        ekbom: String = |own| own.ekbom.to_string(),
        /// Version of the knowledge that answered.
        knowledge_version: String = |own| own.knowledge.version.to_string(),
        /// Fingerprint of the knowledge that answered.
        knowledge_hash: String = |own| own.knowledge.hash.to_string(),
        /// One for each table asked, always.
        positions: Vec<Position> = |own| all(&own.positions),
        /// Questions on which guidelines cannot be of one mind.
        disagreements: Vec<Disagreement> = |own| all(&own.disagreements),
        /// What to do next: at most ten, urgent ones first.
        acts: Vec<Act> = |own| all(&own.acts),
        /// Results that must be acted on now, if their unit is right.
        critical: Vec<CriticalResult> = |own| all(&own.critical),
        /// What to mind about medicines that are offered, planned or taken, urgent first.
        precautions: Vec<Precaution> = |own| all(&own.precautions),
        /// What to do, first things first.
        recommendations: Vec<Recommendation> = |own| all(&own.recommendations),
        /// The rules that certainly forbid iron.
        stopped: Vec<StopRule> = |own| all(&own.stopped),
        /// What the gate says of iron by each route, and of vitamin C.
        withheld: Vec<GateVerdict> = |own| all(&own.withheld),
        /// Limits that were changed by name in the knowledge that answered.
        changes: Vec<ChangedLimit> = |own| all(&own.changes),
        /// What could not be accepted and was left out: said before anything else.
        set_aside: Vec<SetAside> = |own| all(&own.set_aside),
        /// Tests that are missing, and what each could change.
        next_tests: Vec<NextTest> = |own| all(&own.next_tests),
        /// What a reader must not miss, urgent first.
        alerts: Vec<Alert> = |own| all(&own.alerts),
        /// Claims of the founding article that the facts touch.
        claims: Vec<String> = |own| owned(&own.claims),
        /// Facts that were computed.
        derived: Vec<DerivedFact> = |own| all(&own.derived),
        /// Every result, and whether it counted.
        results: Vec<UsedResult> = |own| all(&own.results),
        /// Medicines of the catalogue, with what is known of them here.
        medicines: Vec<UsedMedicine> = |own| all(&own.medicines),
        /// Sources behind the rules still possible.
        sources: Vec<UsedSource> = |own| all(&own.sources),
    }

    /// What one guideline answers to one question.
    Position of core::Position {
        /// The question.
        question: String = |own| own.question.to_string(),
        /// The guideline.
        guideline: String = |own| own.guideline.to_string(),
        /// The answers still possible; one when determined.
        possible: Vec<String> = |own| owned(&own.possible),
        /// What is usually left, and what that assumes; none where it is not less than what is possible.
        usual: Option<UsualAnswers> = |own| own.usual.as_ref().map(UsualAnswers::from),
        /// The rules that can still be the one that applies.
        rules: Vec<String> = |own| owned(&own.rules),
        /// Facts that could still change the answer.
        needs: Vec<String> = |own| owned(&own.needs),
        /// Codes of what to mind about the answer.
        flags: Vec<String> = |own| owned(&own.flags),
        /// The weakest verification of its possible rules.
        verification: String = |own| own.verification.code().into(),
    }

    /// The answers usually left.
    UsualAnswers of core::Usual {
        /// A part of the possible answers.
        possible: Vec<String> = |own| owned(&own.possible),
        /// Ids of the assumptions it rests on.
        assuming: Vec<String> = |own| owned(&own.assuming),
    }

    /// Something to do next.
    Act of core::Act {
        /// Stable code.
        act: String = |own| own.act.to_string(),
        /// What sort of act.
        kind: String = |own| own.kind.code().into(),
        /// How sure it is that it is needed.
        certainty: String = |own| own.certainty.code().into(),
        /// Ids of the assumptions on which it rests; empty where it is certain.
        assuming: Vec<String> = |own| owned(&own.assuming),
        /// What to do, in English.
        text: String = |own| own.text.clone(),
        /// What led here.
        because: Vec<ActReason> = |own| all(&own.because),
        /// The guidelines that say so.
        guidelines: Vec<String> = |own| owned(&own.guidelines),
        /// Their rules.
        rules: Vec<String> = |own| owned(&own.rules),
        /// Ids in the bibliography.
        sources: Vec<String> = |own| owned(&own.sources),
        /// Codes of the acts to do before it.
        blocked_by: Vec<String> = |own| owned(&own.blocked_by),
    }

    /// A fact that leads to an act; of a question to ask, a fact that it would tell.
    ActReason of core::ActReason {
        /// The fact, or the analyte.
        fact: String = |own| own.fact.to_string(),
        /// In words.
        says: String = |own| own.says.clone(),
    }

    /// A result that must be acted on now, if its unit is right.
    CriticalResult of core::CriticalResult {
        /// What was measured.
        analyte: String = |own| own.analyte.id().into(),
        /// The value; of a bound the bound.
        value: f64 = |own| own.value.0,
        /// UCUM unit of value and limit.
        unit: String = |own| own.unit.to_string(),
        /// The limit.
        limit: f64 = |own| own.limit.0,
        /// On which side of the limit the value lies.
        direction: String = |own| own.direction.to_string(),
        /// Id in the bibliography.
        source: String = |own| own.source.to_string(),
        /// In words.
        says: String = |own| own.says.clone(),
        /// How far the limit was read.
        verification: String = |own| own.verification.code().into(),
    }

    /// What to mind about a medicine that is offered, planned or taken.
    Precaution of core::PrecautionSaid {
        /// The check; where it is not certain, the gravest of those that may hold.
        id: String = |own| own.id.to_string(),
        /// How pressing.
        severity: String = |own| own.severity.code().into(),
        /// The medicine by its name, or the action that is offered by its code.
        concerns: String = |own| own.concerns.to_string(),
        /// Is it taken already?
        taken: bool = |own| own.taken,
        /// In words.
        says: String = |own| own.says.clone(),
        /// It holds. Else nobody can tell before what is missing is known.
        certain: bool = |own| own.certain,
        /// The facts that led here, in words.
        because: Vec<String> = |own| own.because.clone(),
        /// What would decide it: ids of facts, and `medicines` where the list may hold more.
        missing: Vec<String> = |own| owned(&own.missing),
        /// Every check that holds, or that may hold.
        rows: Vec<String> = |own| owned(&own.rows),
        /// Ids in the bibliography.
        sources: Vec<String> = |own| owned(&own.sources),
        /// How far it was checked.
        verification: String = |own| own.verification.code().into(),
    }

    /// A rule that certainly forbids iron.
    StopRule of core::Stopped {
        /// The rule.
        rule: String = |own| own.rule.to_string(),
        /// Its answers; one of them holds.
        answers: Vec<String> = |own| owned(&own.answers),
        /// What it forbids.
        forbids: Vec<String> = |own| owned(&own.forbids),
        /// The facts that led here, in words.
        because: Vec<String> = |own| own.because.clone(),
    }

    /// What stands between an answer and what it gives.
    GateVerdict of core::Withheld {
        /// What is given.
        gives: String = |own| own.gives.to_string(),
        /// Why it is withheld; empty when it is not.
        why: Vec<String> = |own| owned(&own.why),
        /// It may pass, and yet a stop is possible.
        safety_open: bool = |own| own.safety_open,
    }

    /// Something that could not be accepted and was left out.
    SetAside of ekbom::patient::PatientError {
        /// The cause, as a code that never changes its meaning.
        kind: String = |own| own.kind().code().into(),
        /// Where: a path such as `labs[0].unit`.
        field: String = |own| own.field().into(),
        /// What was found there.
        value: String = |own| own.value().into(),
        /// What is wrong with it.
        message: String = |own| own.message().into(),
        /// What would be accepted, most likely first; may be empty.
        accepted: Vec<String> = |own| own.accepted().to_vec(),
    }

    /// A limit that was changed by name.
    ChangedLimit of core::LimitChanged {
        /// The rule.
        rule: String = |own| own.rule.to_string(),
        /// The fact.
        fact: String = |own| own.fact.code().into(),
        /// What it was, in the fact's unit.
        from: f64 = |own| own.from.0,
        /// What it is now.
        to: f64 = |own| own.to.0,
    }

    /// Guidelines that cannot be of one mind.
    Disagreement of core::Disagreement {
        /// The question.
        question: String = |own| own.question.to_string(),
        /// Each guideline that disagrees with another, with what it can still answer.
        positions: Vec<GuidelineAnswers> = |own| all(&own.positions),
    }

    /// A guideline in a disagreement.
    GuidelineAnswers of (ekbom::source::Text, Vec<ekbom::source::Text>) {
        /// The guideline.
        guideline: String = |own| own.0.to_string(),
        /// What it can still answer.
        possible: Vec<String> = |own| owned(&own.1),
    }

    /// Something to do, or not to do.
    Recommendation of core::Recommendation {
        /// Stable code.
        action: String = |own| own.action.to_string(),
        /// Does it give iron?
        iron: bool = |own| own.iron,
        /// `for` or `against`.
        direction: String = |own| own.direction.to_string(),
        /// How strongly, in the guideline's grade; none where it gives none.
        strength: Option<String> = |own| own.strength.as_ref().map(String::from),
        /// Certainty of its evidence; none where it gives none.
        certainty: Option<String> = |own| own.certainty.as_ref().map(String::from),
        /// Whose.
        guideline: String = |own| own.guideline.to_string(),
        /// The question it answers.
        question: String = |own| own.question.to_string(),
        /// The rule, or the first of the rules, behind it.
        rule: String = |own| own.rule.to_string(),
        /// The answers still possible: more than one leaves the route open.
        possible: Vec<String> = |own| owned(&own.possible),
        /// The facts that led here, in words.
        because: Vec<String> = |own| own.because.clone(),
        /// Codes of what to mind about the answer, as in its position.
        flags: Vec<String> = |own| owned(&own.flags),
        /// What to look at again, and when, where a source gives it.
        follow_up: Vec<FollowUp> = |own| all(&own.follow_up),
        /// Why it is withheld; none when it is not.
        withheld: Option<Vec<String>> = |own| own.withheld.as_ref().map(owned),
        /// Alerts to mind first.
        cautions: Vec<String> = |own| owned(&own.cautions),
    }

    /// What to look at again after an action.
    FollowUp of core::FollowUpSaid {
        /// What to look at.
        check: String = |own| own.check.to_string(),
        /// After how many weeks; none where the source gives no time.
        weeks: Option<i32> = |own| own.weeks.map(i32::from),
        /// What the source says of it.
        says: String = |own| own.says.to_string(),
        /// Id of the source.
        source: String = |own| own.source.to_string(),
        /// How far it was checked.
        verification: String = |own| own.verification.code().into(),
    }

    /// A test that is missing.
    NextTest of core::NextTest {
        /// The analyte to order.
        test: String = |own| own.test.to_string(),
        /// Questions whose possible answers one result of it alone can narrow.
        could_change: Vec<String> = |own| owned(&own.could_change),
        /// Open questions that no result of it alone can narrow.
        cannot_change: Vec<String> = |own| owned(&own.cannot_change),
        /// Codes of the acts that wait for it, and of the alerts that ask for it.
        asked_by: Vec<String> = |own| owned(&own.asked_by),
        /// How to draw the sample.
        instructions: Vec<String> = |own| owned(&own.instructions),
    }

    /// An alert.
    Alert of core::AlertRaised {
        /// Stable code.
        code: String = |own| own.code.to_string(),
        /// How pressing.
        severity: String = |own| own.severity.code().into(),
        /// English text.
        message: String = |own| own.message.to_string(),
        /// The facts or analytes it concerns.
        facts: Vec<String> = |own| owned(&own.facts),
    }

    /// A fact that was computed.
    DerivedFact of core::DerivedFact {
        /// The fact.
        fact: String = |own| own.fact.to_string(),
        /// Its value, where there is one; rounded for display.
        value: Option<f64> = |own| own.value.map(|shown| shown.0),
        /// The lowest it may be, where it is an interval with such an end.
        low: Option<f64> = |own| own.low.map(|shown| shown.0).filter(|end| end.is_finite()),
        /// The highest it may be, where it is an interval with such an end.
        high: Option<f64> = |own| own.high.map(|shown| shown.0).filter(|end| end.is_finite()),
        /// UCUM unit.
        unit: String = |own| own.unit.to_string(),
        /// What it came from.
        from: Vec<String> = |own| owned(&own.from),
        /// The formula.
        method: String = |own| own.method.to_string(),
        /// The sex for which it holds, where both are possible.
        if_sex: Option<String> = |own| own.if_sex.as_ref().map(String::from),
    }

    /// A result as reported.
    UsedResult of core::ResultUsed {
        /// What was measured.
        analyte: String = |own| own.analyte.id().into(),
        /// The number printed.
        value: Option<f64> = |own| own.value.map(|shown| shown.0),
        /// Its UCUM unit.
        unit: Option<String> = |own| own.unit.as_ref().map(String::from),
        /// Its comparator, where it is a bound.
        comparator: Option<String> = |own| own.comparator.as_ref().map(String::from),
        /// The finding of a qualitative test.
        finding: Option<String> = |own| own.finding.as_ref().map(String::from),
        /// How long ago.
        days_ago: Option<f64> = |own| own.days_ago.map(|shown| shown.0),
        /// The newest of its analyte.
        counted: bool = |own| own.counted,
    }

    /// A medicine of the catalogue, with what is known of it here.
    UsedMedicine of core::MedicineUsed {
        /// Its ingredient.
        medicine: String = |own| own.medicine.name().into(),
        /// Its classes, each with the evidence for it; none where the class only describes.
        classes: Vec<Membership> = |own| all(&own.classes),
        /// Evidence that speaks against what is said of it.
        against: Vec<Evidence> = |own| all(&own.against),
    }

    /// That a medicine belongs to a class, and why it is said to.
    Membership of core::ClassSaid {
        /// The class.
        medicine_class: String = |own| own.class.code().into(),
        /// The evidence; empty where the class only describes.
        evidence: Vec<Evidence> = |own| all(&own.evidence),
    }

    /// One statement of one source about a medicine, in this library's words.
    Evidence of core::EvidenceSaid {
        /// What the source says, paraphrased.
        says: String = |own| own.says.to_string(),
        /// Whether it names the ingredient or only its class.
        scope: String = |own| own.scope.code().into(),
        /// Id of the source in the bibliography.
        source: String = |own| own.source.to_string(),
        /// How far the statement was checked.
        verification: String = |own| own.verification.code().into(),
    }

    /// A source behind the rules still possible.
    UsedSource of core::SourceUsed {
        /// Id in the bibliography.
        id: String = |own| own.id.to_string(),
        /// What a clinician calls it.
        name: String = |own| own.name.to_string(),
        /// What it is: `guideline`, `label`, `trial` and others; none where the bibliography does not know it.
        kind: Option<String> = |own| own.kind.as_ref().map(|kind| kind.code().into()),
        /// Its title.
        title: String = |own| own.title.to_string(),
        /// Its year.
        year: Option<i32> = |own| own.year.map(i32::from),
        /// Its digital object identifier.
        doi: Option<String> = |own| own.doi.as_deref().map(String::from),
        /// The weakest verification of the rules that cite it here.
        verification: String = |own| own.verification.code().into(),
    }
}
