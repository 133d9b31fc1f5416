//! Severity scales: totals only.
//!
//! The IRLS (International RLS Study Group rating scale) has ten items of 0 to 4, over the past week
//! (IRLS2003). Its wording is copyrighted and entering the items may need a licence: no item text is shipped,
//! and the total is the default door. The severity bands are knowledge and stand with the guidelines.

use core::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::source::Verification;

/// Source of the scale's structure.
pub const SOURCE: &str = "IRLS2003";
/// Part was read in the paper's abstract, part on a page about the scale.
pub const VERIFICATION: Verification = Verification::Secondary;

/// A total of the IRLS, 0 to 40. Source IRLS2003, secondary.
///
/// ```
/// use ekbom::fact::instrument::{IrlsError, IrlsTotal};
/// let total = IrlsTotal::from_items(&[3, 2, 3, 2, 3, 2, 3, 2, 3, 1])?;
/// assert_eq!(total.get(), 24);
/// assert_eq!(total, IrlsTotal::new(24)?);
/// # Ok::<(), IrlsError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u8")]
pub struct IrlsTotal(u8);

/// Why a number is no score of the IRLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum IrlsError {
    /// A total above 40.
    #[error("an IRLS total of {value} is too high; accepted: 0 to {max}", max = IrlsTotal::MAX)]
    Total {
        /// The total given.
        value: u64,
    },
    /// An item above 4.
    #[error("IRLS item {item} with {value} is too high; accepted: 0 to {max}", max = IrlsTotal::ITEM_MAX)]
    Item {
        /// Which item, counted from one.
        item: usize,
        /// The score given.
        value: u8,
    },
    /// More or fewer than ten items.
    #[error("{count} IRLS items were given; accepted: exactly {items}", items = IrlsTotal::ITEMS)]
    Count {
        /// How many were given.
        count: usize,
    },
}

impl IrlsTotal {
    /// The number of items.
    pub const ITEMS: usize = 10;
    /// The highest score of an item.
    pub const ITEM_MAX: u8 = 4;
    /// The highest total.
    pub const MAX: u8 = 40;

    /// A total as it was reported.
    ///
    /// ```
    /// use ekbom::fact::instrument::IrlsTotal;
    /// assert_eq!(
    ///     IrlsTotal::new(41).unwrap_err().to_string(),
    ///     "an IRLS total of 41 is too high; accepted: 0 to 40"
    /// );
    /// ```
    ///
    /// # Errors
    /// Above 40.
    pub const fn new(total: u8) -> Result<Self, IrlsError> {
        if total <= Self::MAX { Ok(Self(total)) } else { Err(IrlsError::Total { value: total as u64 }) }
    }

    /// The sum of ten item scores.
    ///
    /// ```
    /// use ekbom::fact::instrument::{IrlsError, IrlsTotal};
    /// let error = IrlsTotal::from_items(&[0, 0, 5, 0, 0, 0, 0, 0, 0, 0]).unwrap_err();
    /// assert_eq!(error, IrlsError::Item { item: 3, value: 5 });
    /// ```
    ///
    /// # Errors
    /// Not ten items, or an item above 4 (the first one is named).
    pub fn from_items(items: &[u8]) -> Result<Self, IrlsError> {
        if items.len() != Self::ITEMS {
            return Err(IrlsError::Count { count: items.len() });
        }
        let mut total = 0;
        for (item, &value) in (1..).zip(items) {
            if value > Self::ITEM_MAX {
                return Err(IrlsError::Item { item, value });
            }
            total += value;
        }
        Ok(Self(total))
    }

    /// The total as a number.
    ///
    /// ```
    /// # use ekbom::fact::instrument::IrlsTotal;
    /// assert_eq!(IrlsTotal::new(0).unwrap().get(), 0);
    /// ```
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Display for IrlsTotal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<u64> for IrlsTotal {
    type Error = IrlsError;

    fn try_from(total: u64) -> Result<Self, IrlsError> {
        u8::try_from(total).map_err(|_| IrlsError::Total { value: total }).and_then(Self::new)
    }
}

impl From<IrlsTotal> for u8 {
    fn from(total: IrlsTotal) -> Self {
        total.0
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{IrlsError, IrlsTotal};

    #[test]
    fn the_scale_ends_where_it_ends() {
        assert_eq!(IrlsTotal::from_items(&[4; 10]).unwrap().get(), IrlsTotal::MAX);
        assert_eq!(IrlsTotal::from_items(&[0; 10]).unwrap().get(), 0);
        assert_eq!(IrlsTotal::from_items(&[4; 9]), Err(IrlsError::Count { count: 9 }));
        assert_eq!(IrlsTotal::try_from(1 << 40), Err(IrlsError::Total { value: 1 << 40 }));
    }

    #[test]
    fn json_is_a_plain_number() {
        let total: IrlsTotal = serde_json::from_str("24").unwrap();
        assert_eq!(serde_json::to_string(&total).unwrap(), "24");
        assert!(serde_json::from_str::<IrlsTotal>("41").unwrap_err().to_string().contains("41"));
        assert!(serde_json::from_str::<IrlsTotal>("-1").is_err());
    }
}
