//! Is a table sorted by person? A person who comes back would become two patients, each with half of the results. Nothing is
//! kept of those who went by: people must stand in order, and then nobody can come back.

use std::cmp::Ordering;

use crate::error::CohortError;

/// The orders that are still possible: by number or by text, upwards or downwards.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    last: Option<String>,
    /// Refuted: number up, number down, text up, text down.
    refuted: [bool; 4],
}

/// As whole numbers, where both are.
fn by_number(one: &str, other: &str) -> Option<Ordering> {
    let plain = |own: &str| {
        let canonical = own == "0" || !own.starts_with('0');
        (canonical && own.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| own.parse::<u128>().ok())
            .flatten()
    };
    Some(plain(one)?.cmp(&plain(other)?))
}

impl Order {
    /// The next person, who is another than the last.
    pub(super) fn next(&mut self, person: &str, row: u64) -> Result<(), CohortError> {
        let Some(last) = self.last.replace(person.to_owned()) else { return Ok(()) };
        let number = by_number(person, &last);
        let text = person.cmp(&last);
        let holds = [
            number == Some(Ordering::Greater),
            number == Some(Ordering::Less),
            text == Ordering::Greater,
            text == Ordering::Less,
        ];
        self.refuted.iter_mut().zip(holds).for_each(|(own, holds)| *own |= !holds);
        if self.refuted.iter().all(|own| *own) {
            return Err(CohortError::NotSorted { row, person: person.to_owned(), before: last });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(people: &[&str]) -> bool {
        let mut order = Order::default();
        people.iter().zip(0..).all(|(person, row)| order.next(person, row).is_ok())
    }

    #[test]
    fn people_stand_in_one_order() {
        assert!(
            read(&["9", "10", "11"])
                && read(&["10", "11", "9"])
                && read(&["b", "a"])
                && read(&["3", "2", "1"])
        );
        assert!(!read(&["9", "10", "9"]) && !read(&["a", "b", "a"]) && !read(&["1", "3", "2"]));
        // Upwards by number at first, and then by text only.
        assert!(!read(&["9", "10", "100", "11"]));
    }
}
