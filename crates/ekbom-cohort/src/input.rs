//! The map, bound to the columns of a schema.

use arrow_schema::{DataType, Schema};
use ekbom::fact::{Fact, Kind};
use ekbom::measure::analyte::{Analyte, AnalyteKind};
use ekbom::measure::unit::Unit;
use ekbom::patient::{
    Comparator, CompleteGroup, DecimalMark, Finding, PatientBuilder, Sex, Trimester, UnknownMedicines,
};

use crate::cell::Reading;
use crate::coder::Coder;
use crate::column::readable;
use crate::constants::{self, item};
use crate::error::CohortError;
use crate::map::{CohortMap, Column, Confirmed, Decimal, Limit, Nan, OnRefusal, Quantity};

/// The keys of the person that are numbers.
pub(crate) const PERSON_NUMBERS: [&str; 3] = ["age_years", "elevation_m", "cigarettes_per_day"];
/// The keys of the person that are codes.
pub(crate) const PERSON_CODES: [&str; 4] = ["sex", "sex_for_reference", "pregnant", "trimester"];

/// A column that gives codes.
#[derive(Clone, Debug)]
pub(crate) struct CodeInput {
    pub(crate) slot: usize,
    pub(crate) coder: Coder,
}

/// A limit of the laboratory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum LimitInput {
    None,
    Value(f64),
    Slot(usize),
}

/// Which unlikely values were checked.
#[derive(Clone, Debug)]
pub(crate) enum ConfirmedInput {
    Always(bool),
    Code(CodeInput),
}

/// A laboratory result.
#[derive(Clone, Debug)]
pub(crate) struct LabInput {
    pub(crate) analyte: Analyte,
    pub(crate) unit: Unit,
    pub(crate) slot: usize,
    /// Findings as words, for a qualitative test.
    pub(crate) finding: Option<Coder>,
    pub(crate) comparator: Option<CodeInput>,
    /// Lower and upper limit, and the top of the grey zone.
    pub(crate) limits: [LimitInput; 3],
    pub(crate) confirmed: ConfirmedInput,
    pub(crate) assay: Option<String>,
}

/// The list of medicines.
#[derive(Clone, Debug)]
pub(crate) struct MedicineInput {
    pub(crate) slot: usize,
    pub(crate) separator: String,
    /// A cell without a name says that there is no medicine.
    pub(crate) empty_is_none: bool,
}

/// What is read, from where.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) reading: Reading,
    /// The columns used: place in the schema, and name.
    pub(crate) columns: Vec<(usize, String)>,
    pub(crate) labs: Vec<LabInput>,
    /// Age, elevation, cigarettes.
    pub(crate) person_numbers: [Option<usize>; 3],
    /// Sex, sex for reference limits, pregnant, trimester.
    pub(crate) person_codes: [Option<CodeInput>; 4],
    pub(crate) codes: Vec<(Fact, CodeInput)>,
    pub(crate) numbers: Vec<(Fact, usize)>,
    pub(crate) medicines: Option<MedicineInput>,
    /// What holds for every row.
    pub(crate) base: PatientBuilder,
    pub(crate) complete: Vec<CompleteGroup>,
    /// What cannot be accepted of a row is set aside.
    pub(crate) set_aside: bool,
}

struct Binder<'m> {
    map: &'m CohortMap,
    schema: &'m Schema,
    columns: Vec<(usize, String)>,
}

impl Binder<'_> {
    fn slot(&mut self, place: &str, name: &str, list: bool) -> Result<usize, CohortError> {
        let Ok(index) = self.schema.index_of(name) else {
            let all: Vec<&str> = self.schema.fields().iter().map(|field| field.name().as_str()).collect();
            let shown: String = all.join(", ").chars().take(400).collect();
            return Err(CohortError::map(place, format!("there is no column `{name}`; there are: {shown}")));
        };
        let data_type = self.schema.field(index).data_type();
        let is_list = matches!(data_type, DataType::List(_) | DataType::LargeList(_));
        if !(readable(data_type) || (list && is_list)) {
            let message = format!("column `{name}` has the type {data_type}, which cannot be read");
            return Err(CohortError::map(place, message));
        }
        if self.schema.fields().iter().filter(|field| field.name() == name).count() > 1 {
            let message = format!("there are several columns `{name}`: which is meant cannot be said");
            return Err(CohortError::map(place, message));
        }
        if let Some(slot) = self.columns.iter().position(|(own, _)| *own == index) {
            return Ok(slot);
        }
        self.columns.push((index, name.to_owned()));
        Ok(self.columns.len() - 1)
    }

    /// A column of amounts: one of yes and no holds none, and true is not 1.
    fn amounts(&mut self, place: &str, name: &str) -> Result<usize, CohortError> {
        let slot = self.slot(place, name, false)?;
        let data_type = self.columns.get(slot).map(|(index, _)| self.schema.field(*index).data_type());
        let values = match data_type {
            Some(DataType::Dictionary(_, values)) => Some(values.as_ref()),
            other => other,
        };
        if values == Some(&DataType::Boolean) {
            let message = format!("column `{name}` says true and false, which are no amounts");
            return Err(CohortError::map(place, message));
        }
        Ok(slot)
    }

    fn code(&mut self, place: &str, column: &Column, coder: &Coder) -> Result<CodeInput, CohortError> {
        let slot = self.slot(place, &column.column, false)?;
        Ok(CodeInput { slot, coder: coder.with_values(place, column.values.as_ref())? })
    }

    fn number(&mut self, place: &str, column: &Column) -> Result<usize, CohortError> {
        if column.values.is_some() {
            return Err(CohortError::map(place, "a number has no `values`"));
        }
        self.amounts(place, &column.column)
    }

    fn limit(&mut self, place: &str, limit: Option<&Limit>) -> Result<LimitInput, CohortError> {
        Ok(match limit {
            None => LimitInput::None,
            Some(Limit::Value(value)) => LimitInput::Value(*value),
            Some(Limit::Column(name)) => LimitInput::Slot(self.amounts(place, name)?),
        })
    }

    fn lab(&mut self, id: &str, quantity: &Quantity) -> Result<LabInput, CohortError> {
        let place = format!("quantities.{id}");
        let analyte: Analyte = id.parse().map_err(|error: ekbom::measure::analyte::UnknownAnalyte| {
            let near = error.nearest().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            CohortError::map(&place, format!("{error}{near}"))
        })?;
        let info = analyte.info();
        let slot = if info.kind == AnalyteKind::Qualitative {
            self.slot(&place, &quantity.column, false)?
        } else {
            self.amounts(&place, &quantity.column)?
        };
        let accepted: Vec<&str> = info.units.iter().map(|own| own.unit.ucum()).collect();
        let finding = (info.kind == AnalyteKind::Qualitative)
            .then(|| Coder::codes(Finding::CODES).with_flags().spelt());
        let unit = match &quantity.unit {
            None if finding.is_some() => info.canonical,
            None => {
                let message = format!(
                    "`{analyte}` needs its unit: none is assumed (accepted: {})",
                    accepted.join(", ")
                );
                return Err(CohortError::map(place, message));
            }
            Some(text) => analyte.unit_spelt(text, None).map_err(|meant| {
                let units: Vec<&str> = meant.units.iter().map(|unit| unit.ucum()).collect();
                let message =
                    format!("`{analyte}` is not reported in `{text}` (accepted: {})", units.join(", "));
                CohortError::map(&place, message)
            })?,
        };
        let comparator = match &quantity.comparator {
            Some(column) => {
                let coder = Coder::codes(Comparator::CODES).also("=", crate::coder::MISSING);
                Some(self.code(&format!("{place}.comparator"), column, &coder)?)
            }
            None => None,
        };
        let limits = [
            self.limit(&format!("{place}.ref_low"), quantity.ref_low.as_ref())?,
            self.limit(&format!("{place}.ref_high"), quantity.ref_high.as_ref())?,
            self.limit(&format!("{place}.grey_high"), quantity.grey_high.as_ref())?,
        ];
        let confirmed = match &quantity.confirmed {
            None => ConfirmedInput::Always(false),
            Some(Confirmed::Always(always)) => ConfirmedInput::Always(*always),
            Some(Confirmed::Column(column)) => {
                ConfirmedInput::Code(self.code(&format!("{place}.confirmed"), column, &Coder::flag())?)
            }
        };
        let assay = quantity.assay.clone();
        Ok(LabInput { analyte, unit, slot, finding, comparator, limits, confirmed, assay })
    }
}

/// The coder of a yes/no fact or a named choice.
pub(crate) fn coder_of(fact: Fact) -> Option<Coder> {
    match fact.info().kind {
        Kind::Flag => Some(Coder::flag()),
        Kind::Choice(codes) => {
            let coder = Coder::codes(codes);
            // "Not assessed" is not a value: it is not knowing.
            Some(if fact == Fact::Mimics { coder.also("not_assessed", crate::coder::MISSING) } else { coder })
        }
        _ => None,
    }
}

/// The coder of a code of the person, by its place in [`PERSON_CODES`].
pub(crate) fn person_coder(place: usize) -> Coder {
    match place {
        0 | 1 => Coder::codes(Sex::CODES),
        2 => Coder::flag(),
        _ => Coder::codes(Trimester::CODES),
    }
}

impl Input {
    /// The facts that a column speaks of: a complete group does not close them. The person stands for a pregnancy.
    pub(crate) fn asked(&self) -> impl Iterator<Item = Fact> + '_ {
        let codes = self.codes.iter().map(|(fact, _)| *fact);
        codes.chain(self.asks_pregnancy().then_some(Fact::Person))
    }

    /// Does a column say whether there is a pregnancy?
    pub(crate) fn asks_pregnancy(&self) -> bool {
        self.person_codes.iter().skip(2).any(Option::is_some)
    }

    pub(crate) fn new(map: &CohortMap, schema: &Schema) -> Result<Self, CohortError> {
        let mut binder = Binder { map, schema, columns: Vec::new() };
        let mark = match map.decimal {
            Decimal::Point => DecimalMark::Point,
            Decimal::Comma => DecimalMark::Comma,
        };
        let reading = Reading::new(&map.missing, binder.map.nan == Nan::Missing, mark);
        let mut labs = Vec::new();
        for (id, quantity) in &map.quantities {
            labs.push(binder.lab(id, quantity)?);
        }
        let mut made = Self {
            reading,
            columns: Vec::new(),
            labs,
            person_numbers: [None; 3],
            person_codes: [None, None, None, None],
            codes: Vec::new(),
            numbers: Vec::new(),
            medicines: None,
            base: constants::read(map)?,
            complete: constants::complete(map)?,
            set_aside: map.on_refusal() == OnRefusal::SetAside,
        };
        let columns = map.person.iter().map(|own| ("person", own));
        for (section, (key, column)) in columns.chain(map.items.iter().map(|own| ("items", own))) {
            let place = format!("{section}.{key}");
            if map.constants.contains_key(key) {
                return Err(CohortError::map(place, "is given as a column and as a constant"));
            }
            if section == "items" && map.person.contains_key(key) {
                return Err(CohortError::map(place, "is given twice"));
            }
            if let Some(at) = PERSON_NUMBERS.iter().position(|own| own == key) {
                let slot = binder.number(&place, column)?;
                if let Some(own) = made.person_numbers.get_mut(at) {
                    *own = Some(slot);
                }
            } else if let Some(at) = PERSON_CODES.iter().position(|own| own == key) {
                let code = binder.code(&place, column, &person_coder(at))?;
                if let Some(own) = made.person_codes.get_mut(at) {
                    *own = Some(code);
                }
            } else if let Some(fact) = item(key) {
                match coder_of(fact) {
                    Some(coder) => made.codes.push((fact, binder.code(&place, column, &coder)?)),
                    None => made.numbers.push((fact, binder.number(&place, column)?)),
                }
            } else {
                return Err(CohortError::map(place, "is not something that can be stated of a person"));
            }
        }
        if let Some(medicines) = &map.medicines {
            let slot = binder.slot("medicines", &medicines.column, true)?;
            if let Some(said) = &medicines.unknown {
                let policy = UnknownMedicines::from_code(said)
                    .ok_or_else(|| CohortError::map("medicines.unknown", "is `refuse` or `carry`"))?;
                made.base = made.base.unknown_medicines(policy);
            }
            let empty_is_none = match medicines.empty.as_deref() {
                None | Some("unknown") => false,
                Some("none") => true,
                Some(_) => return Err(CohortError::map("medicines.empty", "is `unknown` or `none`")),
            };
            let separator = medicines.separator.clone();
            made.medicines = Some(MedicineInput { slot, separator, empty_is_none });
        }
        made.columns = binder.columns;
        Ok(made)
    }

    /// The name of a column by its slot.
    pub(crate) fn name(&self, slot: usize) -> &str {
        self.columns.get(slot).map_or("", |(_, name)| name)
    }
}
