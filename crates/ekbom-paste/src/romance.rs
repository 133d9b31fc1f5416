//! How laboratories name the analytes in French, Spanish, Italian, Portuguese and Dutch, where the English and German names
//! do not read the same. Folded as those are; the shortest of them (PCR, IST) are left out, since they mean other things
//! in English.

use ekbom::measure::analyte::Analyte as A;

use crate::names::Name::{self, Beside, Of, Urea};

/// Phrases and what they mean.
pub(crate) static NAMES: &[(&[&str], Name)] = &[
    (&["ferritinemie"], Of(&[A::Ferritin])),
    (&["fer", "hierro", "ferro", "sideremia", "ijzer"], Of(&[A::Iron])),
    (&["transferrine", "transferrina"], Of(&[A::Transferrin])),
    (
        &[
            "coefficient de saturation de la transferrine",
            "coefficient de saturation",
            "saturation de la transferrine",
            "indice de saturacion de transferrina",
            "indice de saturacion de la transferrina",
            "saturacion de transferrina",
            "saturacion de la transferrina",
            "saturacion transferrina",
            "saturazione della transferrina",
            "saturazione transferrina",
            "saturacao da transferrina",
            "indice de saturacao da transferrina",
            "transferrineverzadiging",
            "transferrine verzadiging",
        ],
        Of(&[A::Tsat]),
    ),
    (&["saturacion", "saturazione", "saturacao", "verzadiging"], Beside(A::Tsat)),
    (
        &[
            "capacite totale de fixation de la transferrine",
            "capacite totale de fixation du fer",
            "capacite totale de fixation",
            "capacidad total de fijacion de hierro",
            "capacidad total de fijacion del hierro",
            "capacita totale legante il ferro",
            "totale ijzerbindingscapaciteit",
        ],
        Of(&[A::Tibc]),
    ),
    (&["hemoglobine", "hemoglobina", "emoglobina"], Of(&[A::Haemoglobin])),
    (&["hematocrite", "hematocrito", "ematocrito", "hematocriet"], Of(&[A::Haematocrit])),
    (
        &[
            "vgm",
            "v g m",
            "volume globulaire moyen",
            "vcm",
            "v c m",
            "volumen corpuscular medio",
            "volume corpuscolare medio",
            "volume corpuscular medio",
        ],
        Of(&[A::Mcv]),
    ),
    (&["vitamina b12", "vitamina b 12", "vitamine b 12", "cobalamina", "cobalamine"], Of(&[A::B12Total])),
    (&["holotranscobalamine", "holotranscobalamina"], Of(&[A::Holotc])),
    (&["acide methylmalonique", "acido metilmalonico", "methylmalonzuur"], Of(&[A::MmaSerum, A::MmaUrine])),
    (&["homocisteina", "omocisteina"], Of(&[A::Hcy])),
    (
        &["folates", "folato", "folati", "acide folique", "acido folico", "foliumzuur"],
        Of(&[A::FolateSerum, A::FolateRbc]),
    ),
    (
        &["proteine c reactive", "proteina c reactiva", "proteina c reattiva", "proteina c reativa"],
        Of(&[A::Crp]),
    ),
    (&["creatininemie"], Of(&[A::Creatinine])),
    (&["creatinina", "kreatinine"], Of(&[A::Creatinine, A::CreatinineUrine])),
    (&["uree"], Urea),
    (&["nitrogeno ureico", "azote ureique", "azoto ureico"], Of(&[A::UreaNitrogen])),
    (
        &[
            "dfg",
            "dfge",
            "dfg estime",
            "debit de filtration glomerulaire",
            "debit de filtration glomerulaire estime",
            "filtrado glomerular",
            "filtrado glomerular estimado",
            "tasa de filtrado glomerular",
            "filtrato glomerulare",
            "filtrato glomerulare stimato",
            "taxa de filtracao glomerular",
        ],
        Of(&[A::Egfr]),
    ),
    (&["glycemie", "glucosa", "glucemia", "glicemia", "glicose"], Of(&[A::Glucose])),
    (
        &[
            "hemoglobine glyquee",
            "hemoglobina glicosilada",
            "hemoglobina glicada",
            "hemoglobina glucosilada",
            "emoglobina glicata",
            "hemoglobine glyquee hba1c",
            "hemoglobina glicosilada hba1c",
            "emoglobina glicata hba1c",
        ],
        Of(&[A::Hba1c]),
    ),
    (&["natremie", "sodio"], Of(&[A::Sodium])),
    (&["kaliemie", "potasio", "potassio"], Of(&[A::Potassium])),
    (&["calcemie", "calcio", "calcio total", "calcio totale"], Of(&[A::Calcium])),
    (&["calcium ionise", "calcio ionico", "calcio ionizado", "calcio ionizzato"], Of(&[A::CalciumIonised])),
    (&["magnesemie", "magnesio"], Of(&[A::Magnesium])),
    (&["phosphore", "phosphates", "phosphoremie", "fosforo", "fosfato", "fosfaat"], Of(&[A::Phosphate])),
    (&["albumine", "albumina"], Of(&[A::Albumin])),
    (&["tirotropina", "tireotropina"], Of(&[A::Tsh])),
    (
        &[
            "vitamine d",
            "vitamina d",
            "25 oh vitamine d",
            "25 oh vitamina d",
            "vitamine d 25 oh",
            "vitamina d 25 oh",
            "25 hydroxyvitamine d",
            "25 hidroxivitamina d",
            "25 idrossivitamina d",
        ],
        Of(&[A::Vitd]),
    ),
    (&["cinc", "zinco"], Of(&[A::Zinc])),
    (&["cuivre", "cobre", "rame", "koper"], Of(&[A::Copper])),
];

/// Words beside a name or behind a result that change nothing.
pub(crate) static BESIDE: &[&str] = &[
    "ultrasensible",
    "ultra sensible",
    "estime",
    "estimado",
    "stimato",
    "dosage",
    "taux",
    "concentracion",
    "concentrazione",
];
