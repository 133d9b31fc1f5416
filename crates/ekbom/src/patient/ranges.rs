//! What numbers of the whole can be: others are refused.

/// Days or hours beyond which a sample's age is a slip of the keyboard.
pub(crate) const MOST_DAYS: f64 = 36_600.0;

/// Ages, in years.
pub const AGES: (f64, f64) = (0.0, 130.0);

/// Elevations at which people live, with room, in metres.
pub const ELEVATIONS: (f64, f64) = (-500.0, 9000.0);

/// Cigarettes a day.
pub const CIGARETTES: (f64, f64) = (0.0, 400.0);
