//! The knowledge: the guidelines' tables, compiled, with a version and a hash of their own.

pub mod act;
pub mod advice;
pub mod alert;
pub mod assumption;
mod builder;
mod caught;
pub mod claim;
pub mod code;
pub mod critical;
pub mod guideline;
pub(crate) mod own;
pub mod precaution;
pub mod question;
pub mod texts;
pub mod words;

pub use builder::{KnowledgeBuilder, KnowledgeError, LimitChange};
pub use caught::Caught;
pub use own::OwnSource;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use crate::knowledge::advice::{Advice, BARRIERS, Barrier, Gives, advice};
use crate::knowledge::alert::{ALERTS, Alert, Scene, Trigger, Watch};
use crate::knowledge::assumption::{ASSUMPTIONS, Assumption, Narrowing};
use crate::knowledge::code::Guideline;
use crate::knowledge::critical::{CRITICAL, CriticalLimit, FAR_OUT};
use crate::knowledge::own::Own;
use crate::knowledge::precaution::Rows;
use crate::logic::authoring::TableData;
use crate::logic::condition::Mask;
use crate::logic::table::{Certainty, Scratch, Table, ready};
use crate::measure::suggest::closest;
use crate::source::Text;

/// Version of the built-in knowledge, apart from the version of the crate.
pub const VERSION: &str = "2026.2";

/// Compiled tables, and what is asked of them. The built-in one is made once, and a copy shares all of it.
///
/// ```
/// use ekbom::knowledge::Knowledge;
/// let knowledge = Knowledge::builtin();
/// assert!(knowledge.table("iron.therapy", "aasm-2025").is_some());
/// ```
#[derive(Clone, Debug)]
pub struct Knowledge(pub(crate) Arc<Body>);

/// A limit of critical results, compiled: when it holds, and what explains it away.
pub(crate) type CriticalRow = (&'static CriticalLimit, Certainty, Certainty);

/// What the copies of a knowledge share.
#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) version: Text,
    pub(crate) hash: Text,
    tables: Vec<Table>,
    pub(crate) watches: Vec<(&'static Alert, Watch)>,
    /// What follows from the answers of each table, by place.
    pub(crate) advice: Vec<(usize, Advice, Certainty)>,
    /// The assumptions, one's own last, each with its conditions, narrowing by narrowing.
    pub(crate) assumptions: Vec<(&'static Assumption, Vec<Vec<Certainty>>)>,
    /// What keeps actions back, each with when.
    pub(crate) barriers: Vec<(&'static Barrier, Certainty)>,
    /// Limits of critical results, each with when it holds and what explains it away.
    pub(crate) critical: Vec<CriticalRow>,
    /// The same of the second band.
    pub(crate) far_out: Vec<CriticalRow>,
    /// What to mind about medicines.
    pub(crate) precautions: Arc<Rows>,
    pub(crate) iron_safety: Option<usize>,
    /// The rules of `iron.safety` that forbid iron, each by its place and with its condition by itself.
    pub(crate) stops: Vec<(usize, Certainty)>,
    pub(crate) rls_diagnosis: Option<usize>,
    /// Limits that were changed by name.
    changes: Vec<LimitChange>,
    /// Sources and sentences of one's own.
    own: Own,
    /// What acts ask, compiled when the first patient is assessed.
    acts: OnceBox<Vec<act::Compiled>>,
}

static BUILT_IN: OnceBox<Knowledge> = OnceBox::new();

static PRECAUTIONS: OnceBox<Arc<Rows>> = OnceBox::new();

/// The rows of the precautions, which are the same whatever the tables are.
fn precaution_rows() -> Arc<Rows> {
    Arc::clone(PRECAUTIONS.get_or_init(|| Box::new(Arc::new(Rows::built_in()))))
}

static BESIDE_TABLES: OnceBox<String> = OnceBox::new();

/// What decides beside the tables and is the same whatever they are, as one text for the fingerprint.
pub(crate) fn beside_tables() -> &'static str {
    BESIDE_TABLES.get_or_init(|| Box::new(precaution::text() + &act::document::text()))
}

/// Those rules of a table of `iron.safety` under which intravenous iron may not be given.
fn stops(table: &Table) -> Vec<(usize, Certainty)> {
    let allowed = Gives::IntravenousIron.allowed().unwrap_or_default();
    let rules = table.rules.iter().enumerate().filter(|(_, rule)| !rule.answers.meets(allowed));
    rules.filter_map(|(place, rule)| Some((place, Certainty::of(&rule.when)?))).collect()
}

impl Knowledge {
    /// The knowledge that comes with this crate. Made when it is first asked for; after that it costs nothing.
    pub fn builtin() -> Self {
        let make = || {
            Self::with_hash(
                VERSION.into(),
                Self::built_in_tables(),
                Vec::new(),
                Own::default(),
                ready::hash(),
            )
        };
        BUILT_IN.get_or_init(|| Box::new(make())).clone()
    }

    #[expect(clippy::expect_used, reason = "constant data, of which a test compiles every table")]
    fn built_in_tables() -> Vec<Table> {
        let tables = guideline::tables().map(Table::try_from).collect::<Result<Vec<_>, _>>();
        tables.expect("the built-in tables compile")
    }

    /// Makes all of the built-in knowledge once more, for the test that writes down what it compiles.
    #[cfg(test)]
    pub(crate) fn compiled_afresh() -> Self {
        Rows::built_in();
        let made = Self::new(VERSION.into(), Self::built_in_tables(), Own::default());
        made.acts();
        made
    }

    /// Starts from the built-in tables; see [`KnowledgeBuilder`].
    pub fn builder() -> KnowledgeBuilder {
        KnowledgeBuilder::new(&Self::builtin())
    }

    /// Starts from these tables.
    pub fn to_builder(&self) -> KnowledgeBuilder {
        KnowledgeBuilder::new(self)
    }

    pub(crate) fn new(version: Cow<'static, str>, tables: Vec<Table>, own: Own) -> Self {
        Self::with_hash(version, tables, Vec::new(), own, None)
    }

    /// `hash` is that of all of this where it is known already.
    fn with_hash(
        version: Cow<'static, str>,
        tables: Vec<Table>,
        changes: Vec<LimitChange>,
        own: Own,
        hash: Option<u64>,
    ) -> Self {
        let place =
            |data: &TableData| tables.iter().position(|own| own.is_of(data.question.id, &data.guideline.id));
        let watches = ALERTS.iter().map(|alert| (alert, Watch::new(&alert.trigger, &place))).collect();
        let iron_safety = place(guideline::IRON_SAFETY);
        let rls_diagnosis = place(guideline::RLS_DIAGNOSIS);
        let follows = |(place, table): (usize, &Table)| {
            let own = advice().filter(move |advice| advice.question.id == table.question.id);
            own.map(move |advice| (place, advice, Certainty::built_in(&advice.only_if))).collect::<Vec<_>>()
        };
        let mut advice: Vec<_> = tables.iter().enumerate().flat_map(follows).collect();
        advice.sort_by_key(|(_, advice, _)| advice.stage);
        let stops = iron_safety.and_then(|place| tables.get(place)).map(stops).unwrap_or_default();
        let precautions = precaution_rows();
        let beside = || {
            let own: String = own.assumptions.iter().map(|own| own.text()).collect();
            format!("{}{own}", beside_tables())
        };
        let hash = hash.unwrap_or_else(|| crate::logic::table::hash(&tables, &beside()));
        let hash = format!("{hash:016x}").into();
        let conditions = |own: &'static Assumption| own.narrows.iter().map(Narrowing::conditions).collect();
        let assumptions = ASSUMPTIONS.iter().chain(own.assumptions.iter().copied());
        let assumptions = assumptions.map(|own| (own, conditions(own))).collect();
        let barriers = BARRIERS.iter().map(|own| (own, Certainty::built_in(&own.when))).collect();
        let limits = |rows: &'static [CriticalLimit]| -> Vec<CriticalRow> {
            rows.iter()
                .map(|row| (row, Certainty::built_in(&row.when), Certainty::built_in(&row.unless)))
                .collect()
        };
        let (critical, far_out) = (limits(CRITICAL), limits(FAR_OUT));
        Self(Arc::new(Body {
            version: version.into(),
            hash,
            tables,
            watches,
            assumptions,
            advice,
            barriers,
            critical,
            far_out,
            precautions,
            iron_safety,
            stops,
            rls_diagnosis,
            changes,
            own,
            acts: OnceBox::new(),
        }))
    }

    /// What every act asks, in the order of [`act::ACTS`].
    pub(crate) fn acts(&self) -> &[act::Compiled] {
        self.0.acts.get_or_init(|| Box::new(act::compile(&self.0.tables)))
    }

    fn own(&self) -> &Own {
        &self.0.own
    }

    /// Its version.
    pub fn version(&self) -> &str {
        &self.0.version
    }

    /// A fingerprint of all its rules: equal rules, equal hash.
    pub fn hash(&self) -> &str {
        &self.0.hash
    }

    /// Limits that were changed by name, in the order in which they were.
    pub fn changes(&self) -> &[LimitChange] {
        &self.0.changes
    }

    /// Every table, by question and then by guideline.
    pub fn tables(&self) -> &[Table] {
        &self.0.tables
    }

    /// The guideline with this code, if it has a table here.
    ///
    /// ```
    /// use ekbom::{Guideline, Knowledge};
    /// let knowledge = Knowledge::builtin();
    /// assert_eq!(knowledge.guideline("aasm-2025"), Ok(Guideline::Aasm2025));
    /// let error = knowledge.guideline("aasm-2052").unwrap_err();
    /// assert_eq!(error.near(), Some("aasm-2025"));
    /// ```
    ///
    /// # Errors
    /// When no table is of such a guideline.
    pub fn guideline(&self, code: &str) -> Result<Guideline, UnknownGuideline> {
        let ids = || self.tables().iter().map(|table| table.guideline.id.as_ref());
        let known = ids().any(|own: &str| own == code).then(|| Guideline::new(code).ok()).flatten();
        known.ok_or_else(|| UnknownGuideline {
            code: code.chars().take(100).collect(),
            near: closest(code, ids()).map(String::from),
        })
    }

    /// One table.
    pub fn table(&self, question: &str, guideline: &str) -> Option<&Table> {
        self.0.tables.iter().find(|table| table.is_of(question, guideline))
    }

    /// The lanes in which the trigger of an alert holds; `None` where there is no such alert, or where only intake or
    /// a recommendation raises it.
    #[doc(hidden)]
    pub fn triggered<M: Mask>(&self, code: &str, scene: &impl Scene<M>) -> Option<M> {
        let (alert, watch) = self.0.watches.iter().find(|(alert, _)| alert.code == code)?;
        (!matches!(alert.trigger, Trigger::Never)).then(|| watch.lanes(scene, &mut Scratch::new()))
    }
}

/// No table of the knowledge is of this guideline.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no table of this knowledge is of the guideline `{code}`{}", near.as_ref().map(|own| alloc::format!(": did you mean `{own}`?")).unwrap_or_default())]
pub struct UnknownGuideline {
    code: String,
    near: Option<String>,
}

impl UnknownGuideline {
    /// What was given, at most its first 100 characters.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The code most like it.
    pub fn near(&self) -> Option<&str> {
        self.near.as_deref()
    }
}
