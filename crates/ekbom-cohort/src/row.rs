//! One row as a patient, by the core's own functions: for rows that are refused or rare, and as the measure of all
//! that the lanes do.

use arrow_array::Array;
use arrow_array::cast::AsArray;
use arrow_schema::DataType;
use ekbom::fact::YesNo;
use ekbom::measure::interval::Interval;
use ekbom::patient::{
    AGES, Comparator, CompleteGroup, FaultKind, Finding, Lab, OnRefusal, Patient, PatientBuilder,
    PatientError, Sex, Trimester, Written,
};

use crate::cell::{Amount, Cell};
use crate::coder::{BAD, MISSING};
use crate::column::{Col, Kind};
use crate::error::Refusal;
use crate::input::{
    CodeInput, ConfirmedInput, Input, LabInput, LimitInput, MedicineInput, PERSON_CODES, PERSON_NUMBERS,
};

/// A row being read.
struct Row<'r> {
    input: &'r Input,
    columns: &'r [Col<'r>],
    row: usize,
    /// The row's number in the whole stream.
    number: u64,
    refusals: Vec<Refusal>,
    /// Which of the inputs each result of the patient came from.
    labs: Vec<usize>,
}

impl Input {
    /// The patient of a row and what was set aside of it, or why there is none.
    pub(crate) fn patient(
        &self,
        columns: &[Col<'_>],
        row: usize,
        number: u64,
    ) -> Result<(Patient, Vec<Refusal>), Vec<Refusal>> {
        let mut reader = Row { input: self, columns, row, number, refusals: Vec::new(), labs: Vec::new() };
        let builder = reader.read(self.base.clone());
        match builder.build() {
            Ok(patient) if reader.refusals.is_empty() => {
                let aside = patient.set_aside().iter().map(|error| reader.refusal(error)).collect();
                Ok((patient, aside))
            }
            Ok(_) => Err(reader.refusals),
            Err(errors) => {
                for error in errors.errors() {
                    let refusal = reader.refusal(error);
                    reader.refusals.push(refusal);
                }
                Err(reader.refusals)
            }
        }
    }

    /// A patient of whom something is known already, with what a row says.
    pub(crate) fn onto(
        &self,
        builder: PatientBuilder,
        columns: &[Col<'_>],
        row: usize,
        number: u64,
    ) -> (PatientBuilder, Vec<Refusal>) {
        let mut reader = Row { input: self, columns, row, number, refusals: Vec::new(), labs: Vec::new() };
        let builder = reader.read(builder);
        (builder, reader.refusals)
    }

    /// The medicines of a row, by name; `None` where the row does not say which.
    pub(crate) fn medicine_names(&self, columns: &[Col<'_>], row: usize) -> Option<Vec<String>> {
        let Some(medicines) = &self.medicines else { return Some(Vec::new()) };
        let names = self.listed(medicines, columns, row);
        names.or_else(|| medicines.empty_is_none.then(Vec::new))
    }

    fn listed(&self, medicines: &MedicineInput, columns: &[Col<'_>], row: usize) -> Option<Vec<String>> {
        let column = columns.get(medicines.slot)?;
        let some = |names: Vec<String>| (!names.is_empty()).then_some(names);
        if let Kind::List(array) = &column.kind {
            if column.is_null(row) {
                return None;
            }
            let items = match array.data_type() {
                DataType::LargeList(_) => array.as_list::<i64>().value(row),
                _ => array.as_list::<i32>().value(row),
            };
            if items.is_empty() {
                return Some(Vec::new());
            }
            let texts = Col::of(&items).ok()?;
            let names = (0..items.len()).filter_map(|item| match texts.cell(item) {
                Cell::Text(text) => Some(text.trim().to_owned()),
                _ => None,
            });
            return some(names.filter(|name| !name.is_empty()).collect());
        }
        match column.cell(row) {
            Cell::Text(text) if !self.reading.is_missing(text) => {
                some(self.split(text, &medicines.separator))
            }
            Cell::Number(value) if self.reading.is_missing_number(value) => None,
            Cell::Number(value) => Some(vec![value.to_string()]),
            Cell::Flag(value) => Some(vec![value.to_string()]),
            _ => None,
        }
    }

    fn split(&self, text: &str, separator: &str) -> Vec<String> {
        let parts: Vec<&str> =
            if separator.is_empty() { vec![text] } else { text.split(separator).collect() };
        parts.into_iter().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }
}

impl Row<'_> {
    fn cell(&self, slot: usize) -> Cell<'_> {
        self.columns.get(slot).map_or(Cell::Missing, |column| column.cell(self.row))
    }

    fn bad(
        &mut self,
        slot: usize,
        kind: FaultKind,
        field: &str,
        value: &str,
        message: String,
        accepted: Vec<String>,
    ) {
        self.refusals.push(Refusal {
            row: self.number,
            column: self.input.name(slot).to_owned(),
            kind,
            field: field.to_owned(),
            value: value.to_owned(),
            message,
            accepted,
        });
    }

    fn code(&mut self, field: &str, code: &CodeInput) -> Option<u8> {
        let cell = self.cell(code.slot);
        match code.coder.code(cell, &self.input.reading) {
            MISSING => None,
            BAD => {
                let value = match cell {
                    Cell::Number(value) => value.to_string(),
                    Cell::Flag(value) => value.to_string(),
                    Cell::Text(text) => text.chars().take(80).collect(),
                    Cell::Missing => String::new(),
                };
                let message = format!("`{value}` does not say anything of `{field}`");
                self.bad(
                    code.slot,
                    FaultKind::UnknownCode,
                    field,
                    &value,
                    message,
                    code.coder.accepted.clone(),
                );
                None
            }
            place => Some(place),
        }
    }

    /// A number that may not carry a comparator.
    fn number(&mut self, field: &str, slot: usize) -> Option<f64> {
        match self.input.reading.amount(self.cell(slot)) {
            Amount::Missing => None,
            Amount::Number(value, None) => Some(value),
            Amount::Number(value, Some(comparator)) => {
                let text = format!("{comparator}{value}");
                let message = format!("`{field}` takes no `{comparator}`");
                self.bad(slot, FaultKind::WrongType, field, &text, message, vec!["a number".to_owned()]);
                None
            }
            Amount::Bad(text) => {
                let (why, accepted) = self.input.reading.why(&text);
                let accepted = if accepted.is_empty() { vec!["a number".to_owned()] } else { accepted };
                self.bad(slot, FaultKind::NumberAsText, field, &text, format!("`{text}`: {why}"), accepted);
                None
            }
        }
    }

    /// One age, or an interval of them.
    fn age(&mut self, builder: PatientBuilder, field: &str, slot: usize) -> PatientBuilder {
        let written = match self.cell(slot) {
            Cell::Text(text) if !self.input.reading.is_missing(text) => self.input.reading.written(text),
            _ => None,
        };
        let ends = match written {
            Some(Written::Number(age, Some(sign))) => match sign {
                Comparator::Above => Interval::new(Interval::just_above(age), AGES.1),
                Comparator::AtLeast => Interval::new(age, AGES.1),
                Comparator::Below => Interval::new(AGES.0, Interval::just_below(age)),
                Comparator::AtMost => Interval::new(AGES.0, age),
            },
            Some(Written::Range(from, to)) => Interval::new(from, to),
            _ => None,
        };
        match ends {
            Some(ends) => builder.age_between(ends),
            None => match self.number(field, slot) {
                Some(age) => builder.age_years(age),
                None => builder,
            },
        }
    }

    fn read(&mut self, mut builder: PatientBuilder) -> PatientBuilder {
        let input = self.input;
        // A column says something of the item in every row: where its cell does not, it is unknown, and not absent.
        for fact in input.asked() {
            builder = builder.unanswered(fact);
        }
        if input.set_aside {
            builder = builder.on_refusal(OnRefusal::SetAside);
        }
        for (at, (slot, key)) in input.person_numbers.iter().zip(PERSON_NUMBERS).enumerate() {
            if let (0, Some(slot)) = (at, *slot) {
                builder = self.age(builder, key, slot);
                continue;
            }
            if let Some(value) = slot.and_then(|slot| self.number(key, slot)) {
                builder = match at {
                    1 => builder.elevation_m(value),
                    _ => builder.cigarettes_per_day(value),
                };
            }
        }
        for (at, (code, key)) in input.person_codes.iter().zip(PERSON_CODES).enumerate() {
            let Some(place) = code.as_ref().and_then(|code| self.code(key, code)) else { continue };
            let sex = Sex::ALL.get(usize::from(place)).copied();
            let trimester = Trimester::ALL.get(usize::from(place)).copied();
            builder = match (at, sex, trimester) {
                (0, Some(sex), _) => builder.sex(sex),
                (1, Some(sex), _) => builder.sex_for_reference(sex),
                (2, ..) => builder.pregnant(place == 1),
                (3, _, Some(trimester)) => builder.trimester(trimester),
                _ => builder,
            };
        }
        for (fact, code) in &input.codes {
            if let Some(place) = self.code(fact.id(), code) {
                builder = match YesNo::try_from(*fact) {
                    Ok(item) => builder.item(item, place == 1),
                    // What has no such place has no such code either: it is refused, and never passed over.
                    Err(_) => {
                        let code = fact.options().get(usize::from(place)).copied();
                        builder.choice(*fact, code.unwrap_or_default())
                    }
                };
            }
        }
        for (fact, slot) in &input.numbers {
            if let Some(value) = self.number(fact.id(), *slot) {
                builder = builder.number(*fact, value);
            }
        }
        builder = self.put_aside(builder);
        match input.medicine_names(self.columns, self.row) {
            Some(names) => builder = names.iter().fold(builder, |builder, name| builder.medicine_named(name)),
            None => builder = builder.not_complete(CompleteGroup::Medicines),
        }
        for (at, lab) in input.labs.iter().enumerate() {
            let made = self.lab(lab);
            if input.set_aside && !self.refusals.is_empty() {
                // None of it counts: a result whose limit cannot be read is not one without limits.
                self.labs.push(at);
                builder = self.lab_aside(builder);
            } else if let Some(lab) = made {
                self.labs.push(at);
                builder = builder.lab(lab);
            }
        }
        builder
    }

    /// Tells the core of what could not be read, where that is set aside: it is unknown then, and never absent.
    fn put_aside(&mut self, mut builder: PatientBuilder) -> PatientBuilder {
        if !self.input.set_aside {
            return builder;
        }
        for own in core::mem::take(&mut self.refusals) {
            let field = PatientBuilder::field(&own.field).unwrap_or(own.field);
            builder = builder.refused(FaultKind::Other, &field, &own.value, &own.message, own.accepted);
        }
        builder
    }

    /// The same of a result, at its place.
    fn lab_aside(&mut self, mut builder: PatientBuilder) -> PatientBuilder {
        let place = builder.lab_count();
        for (at, own) in core::mem::take(&mut self.refusals).into_iter().enumerate() {
            let key = own.field.rsplit_once('.').map_or("value", |(_, key)| key);
            builder = match at {
                0 => builder.refused_lab(FaultKind::Other, key, &own.value, &own.message, own.accepted),
                _ => builder.refused(
                    FaultKind::Other,
                    &format!("labs[{place}].{key}"),
                    &own.value,
                    &own.message,
                    own.accepted,
                ),
            };
        }
        builder
    }

    fn lab(&mut self, input: &LabInput) -> Option<Lab> {
        let id = input.analyte.id();
        let cell = self.cell(input.slot);
        let field = format!("{id}.value");
        let word = match (&input.finding, cell) {
            (Some(coder), Cell::Flag(_) | Cell::Text(_)) => coder.code(cell, &self.input.reading),
            _ => BAD,
        };
        let mut lab = if let Some(finding) = Finding::ALL.get(usize::from(word)) {
            Lab::qualitative(input.analyte, *finding)
        } else {
            match self.input.reading.amount(cell) {
                Amount::Missing => return None,
                Amount::Bad(text) => {
                    let (why, accepted) = self.input.reading.why(&text);
                    let otherwise = || vec!["a number, or a bound such as `<5`".to_owned()];
                    let accepted = if accepted.is_empty() { otherwise() } else { accepted };
                    self.bad(
                        input.slot,
                        FaultKind::NumberAsText,
                        &field,
                        &text,
                        format!("`{text}`: {why}"),
                        accepted,
                    );
                    return None;
                }
                Amount::Number(value, in_text) => {
                    let beside = match &input.comparator {
                        Some(code) => self
                            .code(&format!("{id}.comparator"), code)
                            .and_then(|place| Comparator::ALL.get(usize::from(place)).copied()),
                        None => None,
                    };
                    if let (Some(one), Some(other)) = (in_text, beside)
                        && one != other
                    {
                        let message = format!("`{one}` in the text, but `{other}` beside it");
                        self.bad(
                            input.slot,
                            FaultKind::SaidTwoWays,
                            &field,
                            &format!("{one}{value}"),
                            message,
                            Vec::new(),
                        );
                        return None;
                    }
                    match in_text.or(beside) {
                        Some(comparator) => Lab::censored(input.analyte, comparator, value, input.unit),
                        None => Lab::new(input.analyte, value, input.unit),
                    }
                }
            }
        };
        for (at, limit) in input.limits.iter().enumerate() {
            let key = ["ref_low", "ref_high", "grey_high"].get(at).copied().unwrap_or_default();
            let value = match limit {
                LimitInput::None => None,
                LimitInput::Value(value) => Some(*value),
                LimitInput::Slot(slot) => self.number(&format!("{id}.{key}"), *slot),
            };
            if let Some(value) = value {
                lab = match at {
                    0 => lab.ref_low(value),
                    1 => lab.ref_high(value),
                    _ => lab.grey_high(value),
                };
            }
        }
        let confirmed = match &input.confirmed {
            ConfirmedInput::Always(always) => *always,
            ConfirmedInput::Code(code) => self.code(&format!("{id}.confirmed"), code) == Some(1),
        };
        if confirmed {
            lab = lab.confirmed();
        }
        if let Some(assay) = &input.assay {
            lab = lab.assay(assay);
        }
        Some(lab)
    }

    /// The core's error, with the column to blame.
    fn refusal(&self, error: &PatientError) -> Refusal {
        let field = error.field();
        let of_lab = field.strip_prefix("labs[").and_then(|rest| {
            let (place, key) = rest.split_once("].")?;
            let lab = self.input.labs.get(*self.labs.get(place.parse::<usize>().ok()?)?)?;
            let slot = match key {
                "ref_low" => limit_slot(lab, 0),
                "ref_high" => limit_slot(lab, 1),
                "grey_high" => limit_slot(lab, 2),
                "comparator" => lab.comparator.as_ref().map(|code| code.slot),
                "confirmed" => match &lab.confirmed {
                    ConfirmedInput::Code(code) => Some(code.slot),
                    ConfirmedInput::Always(_) => None,
                },
                _ => None,
            };
            Some((slot.unwrap_or(lab.slot), format!("{}.{key}", lab.analyte)))
        });
        let key = field.rsplit_once('.').map_or(field, |(_, key)| key);
        let slot = match &of_lab {
            Some((slot, _)) => Some(*slot),
            None if field.starts_with("medicines[") => self.input.medicines.as_ref().map(|own| own.slot),
            None => self.slot_of(key),
        };
        Refusal {
            row: self.number,
            column: slot.map_or(String::new(), |slot| self.input.name(slot).to_owned()),
            kind: error.kind(),
            field: of_lab.map_or_else(|| field.to_owned(), |(_, field)| field),
            value: error.value().to_owned(),
            message: error.message().to_owned(),
            accepted: error.accepted().to_vec(),
        }
    }

    fn slot_of(&self, key: &str) -> Option<usize> {
        let input = self.input;
        let numbers = PERSON_NUMBERS.iter().zip(&input.person_numbers);
        let codes = PERSON_CODES.iter().zip(&input.person_codes);
        let mut slots = numbers
            .filter_map(|(own, slot)| Some((*own, (*slot)?)))
            .chain(codes.filter_map(|(own, code)| Some((*own, code.as_ref()?.slot))))
            .chain(input.codes.iter().map(|(fact, code)| (fact.id(), code.slot)))
            .chain(input.numbers.iter().map(|(fact, slot)| (fact.id(), *slot)));
        slots.find(|(own, _)| *own == key).map(|(_, slot)| slot)
    }
}

fn limit_slot(lab: &LabInput, place: usize) -> Option<usize> {
    match lab.limits.get(place) {
        Some(LimitInput::Slot(slot)) => Some(*slot),
        _ => None,
    }
}
