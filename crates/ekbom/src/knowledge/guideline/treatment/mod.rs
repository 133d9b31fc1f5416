//! What each guideline says of each treatment: constant data, one file a guideline.
//!
//! Every table answers "if this person has restless legs syndrome" and never asks for the diagnosis. Its population
//! is a condition within the table: where the guideline does not speak of this person, the answer is `not_addressed`.

mod aan_2016;
mod aasm_2012;
mod aasm_2025;
mod article;
mod cps_2023;
mod efns_2012;
mod flags;
mod mayo_2021;
mod s2k_2022;
mod shared;

pub use flags::TREATMENT_FLAGS;

use crate::logic::authoring::TableData;

/// Of three gabapentinoids the tables of the guidelines that are not superseded.
pub(in crate::knowledge) const GABAPENTIN_ENACARBIL: [&TableData; 4] = [
    &aasm_2025::GABAPENTIN_ENACARBIL,
    &aan_2016::GABAPENTIN_ENACARBIL,
    &efns_2012::GABAPENTIN_ENACARBIL,
    &mayo_2021::GABAPENTIN_ENACARBIL,
];
pub(in crate::knowledge) const GABAPENTIN: [&TableData; 4] =
    [&aasm_2025::GABAPENTIN, &aan_2016::GABAPENTIN, &efns_2012::GABAPENTIN, &mayo_2021::GABAPENTIN];
pub(in crate::knowledge) const PREGABALIN: [&TableData; 4] =
    [&aasm_2025::PREGABALIN, &aan_2016::PREGABALIN, &efns_2012::PREGABALIN, &mayo_2021::PREGABALIN];

/// Every treatment table, by treatment and then by guideline.
pub const TABLES: &[&TableData] = &[
    &aasm_2025::GABAPENTIN_ENACARBIL,
    &aan_2016::GABAPENTIN_ENACARBIL,
    &efns_2012::GABAPENTIN_ENACARBIL,
    &mayo_2021::GABAPENTIN_ENACARBIL,
    &aasm_2012::GABAPENTIN_ENACARBIL,
    &aasm_2025::GABAPENTIN,
    &aan_2016::GABAPENTIN,
    &efns_2012::GABAPENTIN,
    &mayo_2021::GABAPENTIN,
    &aasm_2012::GABAPENTIN,
    &aasm_2025::PREGABALIN,
    &aan_2016::PREGABALIN,
    &efns_2012::PREGABALIN,
    &mayo_2021::PREGABALIN,
    &aasm_2012::PREGABALIN,
    &aasm_2025::FERRIC_CARBOXYMALTOSE,
    &aan_2016::FERRIC_CARBOXYMALTOSE,
    &aasm_2025::IRON_DEXTRAN,
    &aan_2016::IRON_DEXTRAN,
    &aasm_2025::FERUMOXYTOL,
    &aasm_2025::FERROUS_SULFATE,
    &aan_2016::FERROUS_SULFATE,
    &aasm_2025::IRON_SUCROSE,
    &aan_2016::IRON_SUCROSE,
    &aasm_2025::DIPYRIDAMOLE,
    &aasm_2025::OPIOIDS,
    &aan_2016::OPIOIDS,
    &mayo_2021::OPIOIDS,
    &aasm_2012::OPIOIDS,
    &s2k_2022::OPIOIDS,
    &cps_2023::OPIOIDS,
    &aasm_2025::PERONEAL_NERVE_STIMULATION,
    &aasm_2025::VITAMIN_C,
    &aan_2016::VITAMIN_C,
    &aasm_2025::LEVODOPA,
    &aan_2016::LEVODOPA,
    &mayo_2021::LEVODOPA,
    &aasm_2012::LEVODOPA,
    &s2k_2022::LEVODOPA,
    &cps_2023::LEVODOPA,
    &aasm_2025::PRAMIPEXOLE,
    &aan_2016::PRAMIPEXOLE,
    &efns_2012::PRAMIPEXOLE,
    &mayo_2021::PRAMIPEXOLE,
    &aasm_2012::PRAMIPEXOLE,
    &article::PRAMIPEXOLE,
    &s2k_2022::PRAMIPEXOLE,
    &aasm_2025::ROTIGOTINE,
    &aan_2016::ROTIGOTINE,
    &efns_2012::ROTIGOTINE,
    &mayo_2021::ROTIGOTINE,
    &article::ROTIGOTINE,
    &s2k_2022::ROTIGOTINE,
    &aasm_2025::ROPINIROLE,
    &aan_2016::ROPINIROLE,
    &efns_2012::ROPINIROLE,
    &mayo_2021::ROPINIROLE,
    &aasm_2012::ROPINIROLE,
    &article::ROPINIROLE,
    &s2k_2022::ROPINIROLE,
    &aasm_2025::CABERGOLINE,
    &aan_2016::CABERGOLINE,
    &efns_2012::CABERGOLINE,
    &aasm_2012::CABERGOLINE,
    &aasm_2012::PERGOLIDE,
    &aasm_2025::BUPROPION,
    &aan_2016::BUPROPION,
    &aasm_2025::CARBAMAZEPINE,
    &aan_2016::CARBAMAZEPINE,
    &aasm_2012::CARBAMAZEPINE,
    &aasm_2025::CLONAZEPAM,
    &aan_2016::CLONAZEPAM,
    &s2k_2022::CLONAZEPAM,
    &cps_2023::CLONAZEPAM,
    &aasm_2025::TRIAZOLAM,
    &s2k_2022::TRIAZOLAM,
    &aasm_2025::VALPROIC_ACID,
    &aan_2016::VALPROIC_ACID,
    &aasm_2025::VALERIAN,
    &aan_2016::VALERIAN,
    &aan_2016::CLONIDINE,
    &aasm_2012::CLONIDINE,
    &aan_2016::PNEUMATIC_COMPRESSION,
    &aan_2016::NEAR_INFRARED,
    &aan_2016::RTMS,
    &aan_2016::EXERCISE,
];
