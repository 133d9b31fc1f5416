//! The codes of guidelines.

use super::{BadCode, OwnCode, codes, doors};

codes! {
    /// A guideline, or another named authority for an answer.
    ///
    /// ```
    /// use ekbom::Guideline;
    /// assert_eq!("aasm-2025".parse(), Ok(Guideline::Aasm2025));
    /// ```
    Guideline {
        Irlssg2014 = "irlssg-2014",
        Epidemiology = "epidemiology",
        Dsm5 = "dsm-5",
        Irls2003 = "irls-2003",
        Article = "article",
        Mpi2007 = "mpi-2007",
        Aasm2025 = "aasm-2025",
        EkbomSafety = "ekbom-safety",
        Irlssg2018 = "irlssg-2018",
        Mayo2021 = "mayo-2021",
        Aan2016 = "aan-2016",
        NiceCks = "nice-cks",
        Ecco2015 = "ecco-2015",
        Who2020 = "who-2020",
        Aga2020 = "aga-2020",
        Kdigo2026 = "kdigo-2026",
        Bsh2013Functional = "bsh-2013-functional",
        Easl2022 = "easl-2022",
        Aasld2011 = "aasld-2011",
        NiceNg239 = "nice-ng239",
        Aafp2025 = "aafp-2025",
        Laboratory = "laboratory",
        Bsh2014 = "bsh-2014",
        Aafp2017 = "aafp-2017",
        EkbomSynthesis = "ekbom-synthesis",
        WhoFolate = "who-folate",
        Pfeiffer2016 = "pfeiffer-2016",
        Who2024 = "who-2024",
        Common = "common",
        Kdigo = "kdigo",
        Ada = "ada",
        Nice = "nice",
        Efns2012 = "efns-2012",
        Aasm2012 = "aasm-2012",
        S2k2022 = "s2k-2022",
        Cps2023 = "cps-2023",
    }
}
