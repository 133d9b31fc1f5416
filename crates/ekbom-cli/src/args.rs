//! What the command line may say.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Guideline logic for the nutritional work-up of restless legs syndrome.
///
/// A patient's results, symptoms and history go in; out come, for each clinical question and each guideline, the
/// answers still possible, the rule and source behind each, what is missing and whether it could change anything.
/// For health professionals; not assessed as a medical device.
#[derive(Debug, Parser)]
#[command(name = "ekbom", disable_version_flag = true, arg_required_else_help = true, after_help = EXAMPLES)]
pub(crate) struct Cli {
    /// Print the version of the command and of its knowledge
    #[arg(short = 'V', long)]
    pub(crate) version: bool,
    /// When to use colour; NO_COLOR is honoured
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    pub(crate) color: Color,
    /// What to do
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

const EXAMPLES: &str = "\
Examples:
  ekbom assess patient.json                  a report for reading
  ekbom assess --format html patient.json > report.html
  ekbom assess --format json - < cohort.ndjson > out.ndjson
  ekbom rules --question iron.therapy        the tables, with their sources
  ekbom convert b12_total 205 pg/mL pmol/L
  ekbom schema > patient.schema.json

Exit codes: 0 done; 1 unreadable file or wrong usage; 2 a patient was refused.";

/// A command.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Assess one patient, an array of patients, or NDJSON (one patient a line)
    Assess(Assess),
    /// Print the decision tables, or compare two exported rule books
    Rules(Rules),
    /// Explain one rule: condition, answer, flags, sources
    Explain {
        /// Id of the rule, as aasm-2025/iron.therapy/stores-low
        rule: String,
    },
    /// Print what the founding article claims, and what the evidence says of it
    Claims {
        /// Text for reading or JSON
        #[arg(long, value_enum, default_value = "text")]
        format: TextOrJson,
    },
    /// Convert a result from one unit to another, or to every unit accepted
    #[command(
        after_help = "Examples:\n  ekbom convert ferritin 38 ng/mL\n  ekbom convert hba1c 48 mmol/mol %"
    )]
    Convert {
        /// The analyte, as b12_total; `ekbom analytes` lists them
        analyte: String,
        /// The number printed
        #[arg(allow_negative_numbers = true)]
        value: f64,
        /// Its unit, in any common spelling
        unit: String,
        /// The unit wanted; every accepted unit when left out
        to: Option<String>,
    },
    /// List the analytes with their units and limits
    Analytes {
        /// Text for reading or JSON
        #[arg(long, value_enum, default_value = "text")]
        format: TextOrJson,
    },
    /// List the medicines with what each means here
    Medicines {
        /// Text for reading or JSON
        #[arg(long, value_enum, default_value = "text")]
        format: TextOrJson,
    },
    /// Assess the rows of a file: CSV, Parquet or Arrow
    #[cfg(feature = "cohort")]
    Cohort(crate::cohort::CohortOptions),
    /// Assess the rows of a file; not in this build
    #[cfg(not(feature = "cohort"))]
    #[command(hide = true, disable_help_flag = true)]
    Cohort {
        /// Whatever it was called with
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<std::ffi::OsString>,
    },
    /// Answer over HTTP: CDS Hooks, assessments, reports
    #[cfg(feature = "serve")]
    Serve(crate::serve::ServeOptions),
    /// Answer over HTTP; not in this build
    #[cfg(not(feature = "serve"))]
    #[command(hide = true, disable_help_flag = true)]
    Serve {
        /// Whatever it was called with
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<std::ffi::OsString>,
    },
    /// Print a JSON Schema
    Schema {
        /// Of what
        #[arg(value_enum, default_value = "patient")]
        of: SchemaOf,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// Assess patients
#[derive(Debug, Args)]
#[command(after_help = "\
Input: one JSON object, an array of them, or NDJSON. `ekbom schema` prints its JSON Schema.
Output: text for one patient, JSON otherwise; NDJSON in gives NDJSON out, one line a patient, in order.
A refused patient gives {\"errors\": [...]} on standard output in its place, and exit code 2.

Examples:
  ekbom assess tests/patients/b12-normal-blood-count.json
  ekbom assess --format html patient.json > report.html
  ekbom assess --lang de patient.json
  ekbom assess --guideline aasm-2025 --guideline nice-ng239 patient.json
  ekbom assess --trace --guideline mayo-2021 patient.json
  ekbom assess --rules changed.json patient.json
  ekbom assess --paste report.txt patient.json
  ekbom assess --fhir --ledger ledger.json bundle.json
  ekbom assess --format fhir patient.json > guidance.json")]
pub(crate) struct Assess {
    /// The file; `-` reads standard input
    #[arg(required_unless_present = "paste", default_value = "", hide_default_value = true)]
    pub(crate) file: String,
    /// Read a laboratory report as it is pasted, line by line, and add what is understood to the patient, if one is given;
    /// what was doubted or not understood is printed first and not used
    #[arg(long, value_name = "REPORT")]
    pub(crate) paste: Option<String>,
    /// Text or an HTML page for reading, JSON, or FHIR R4; by default text for one patient, JSON for several
    #[arg(long, value_enum)]
    pub(crate) format: Option<AssessFormat>,
    /// The language of what is read; JSON has its codes and its English
    #[arg(long, value_enum, default_value = "en", value_name = "CODE")]
    pub(crate) lang: Lang,
    /// Only this guideline's answers and recommendations; may be repeated
    #[arg(long, value_name = "ID")]
    pub(crate) guideline: Vec<String>,
    /// Assess by these rules, as `ekbom rules --format json` printed them and you changed them
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Option<String>,
    /// Change the limit of a rule: `aasm-2025/iron.therapy/stores-low=50`, in the fact's unit; where the rule compares
    /// several facts, `RULE/FACT=VALUE`. May be repeated
    #[arg(long, value_name = "RULE=VALUE")]
    pub(crate) limit: Vec<String>,
    /// In text, everything: every answer, what is open and what would settle it, each treatment, notes, sources
    #[arg(long = "full", visible_alias = "all")]
    pub(crate) all: bool,
    /// In text, five lines for a note in a record
    #[arg(long, conflicts_with_all = ["all", "trace"])]
    pub(crate) brief: bool,
    /// Every condition with the value it saw, also those that were not met
    #[arg(long)]
    pub(crate) trace: bool,
    /// Let every result stand for all values of which it may be one sample (variation, 95 %)
    #[arg(long)]
    pub(crate) uncertainty: bool,
    /// What is assumed of what was not said, beside the exact answers: `usual`, `none`, or ids with commas between
    #[arg(long, value_name = "WHICH", default_value = "usual")]
    pub(crate) assume: String,
    /// What to do with what cannot be accepted: refuse the patient, or set it aside, say so first and answer the rest;
    /// what the patient's own `on_refusal` says counts where this is left out, and else it is `refuse`
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) on_refusal: Option<OnRefusal>,
    /// Results older than this raise `sample_stale`
    #[arg(long, value_name = "DAYS", default_value = "365")]
    pub(crate) stale_after: f64,
    /// The file is FHIR R4: a Bundle, a list of resources, or NDJSON
    #[arg(long, conflicts_with = "paste", help_heading = "FHIR")]
    pub(crate) fhir: bool,
    /// Read the record as of this day or instant; by default that of its newest result
    #[arg(long, value_name = "DATE", requires = "fhir", help_heading = "FHIR")]
    pub(crate) as_of: Option<String>,
    /// Leave out results that are older than this; 0 is for ever
    #[arg(long, value_name = "DAYS", requires = "fhir", default_value = "365", help_heading = "FHIR")]
    pub(crate) look_back: u32,
    /// The record holds everything of this group: `symptoms`, `history` or `medicines`. May be repeated
    #[arg(long, value_name = "GROUP", requires = "fhir", help_heading = "FHIR")]
    pub(crate) complete: Vec<String>,
    /// Your own codes, as JSON
    #[arg(long, value_name = "FILE", requires = "fhir", help_heading = "FHIR")]
    pub(crate) codes: Option<String>,
    /// Write what became of each entry, as JSON
    #[arg(long, value_name = "FILE", requires = "fhir", help_heading = "FHIR")]
    pub(crate) ledger: Option<String>,
}

/// Print rules
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  ekbom rules --question iron.therapy --guideline aasm-2025
  ekbom rules --format json > rules.json
  ekbom rules diff old.json rules.json"
)]
pub(crate) struct Rules {
    /// Compare instead
    #[command(subcommand)]
    pub(crate) command: Option<RulesCommand>,
    /// Only this question
    #[arg(long, value_name = "ID")]
    pub(crate) question: Option<String>,
    /// Only this guideline
    #[arg(long, value_name = "ID")]
    pub(crate) guideline: Option<String>,
    /// Text for reading, JSON for programs, or Markdown
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: RulesFormat,
}

/// What else to do with rules.
#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Say in clinical words what changed between two rule books, or whose answers move
    Diff {
        /// The older one, as `ekbom rules --format json` printed it; `builtin` for the rules of this version
        old: String,
        /// The newer one
        new: String,
        /// Patients to ask by both books: JSON, an array, NDJSON, or a table with --map; says whose answers move
        #[arg(long, value_name = "FILE")]
        people: Option<String>,
        /// Which column of the table is what (TOML, as for `ekbom cohort`)
        #[arg(long, value_name = "FILE", requires = "people")]
        map: Option<std::path::PathBuf>,
        /// Text for reading or JSON
        #[arg(long, value_enum, default_value = "text")]
        format: TextOrJson,
    },
}

/// What to do with what cannot be accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum OnRefusal {
    /// Refuse the patient
    Refuse,
    /// Answer the rest
    #[value(name = "set_aside", alias = "set-aside")]
    SetAside,
}

/// A form of output.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum TextOrJson {
    /// For reading
    Text,
    /// For programs
    Json,
}

/// A form of an assessment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum AssessFormat {
    /// For reading
    Text,
    /// For programs
    Json,
    /// One page for a screen or for paper; one patient
    Html,
    /// FHIR R4: a Bundle with a GuidanceResponse; an OperationOutcome for a refused patient
    Fhir,
}

impl AssessFormat {
    /// For programs: one value a patient, in a list where a list came.
    pub(crate) const fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Fhir)
    }
}

/// A language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Lang {
    /// English
    En,
    /// German
    De,
}

/// A form of the rules.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum RulesFormat {
    /// For reading
    Text,
    /// For programs
    Json,
    /// For a document
    Markdown,
}

/// A schema.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum SchemaOf {
    /// What `assess` reads
    Patient,
    /// What `assess` writes
    Assessment,
    /// What `rules --format json` writes
    Rules,
}

/// When to use colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
