//! A question's record and sets of answers to it.
//!
//! Inside, an answer is a bit of a small set; at the door it is a typed value of its question's own enum, or its
//! stable code. Every question can also be `not_addressed` (the guideline is silent) or `not_applicable`.

use core::fmt;

/// A set of answers to one question: bit `i` is the answer with index `i`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct AnswerSet(u16);

impl AnswerSet {
    /// No answer.
    pub const EMPTY: Self = Self(0);

    /// The answer with this index alone.
    pub const fn only(index: u8) -> Self {
        Self(if index < 16 { 1 << index } else { 0 })
    }

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in `self` and not in `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Is the answer with this index in it?
    pub const fn has(self, index: u8) -> bool {
        index < 16 && self.0 & (1 << index) != 0
    }

    /// Is every answer of `self` in `other`?
    pub const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Is there none?
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Is there exactly one?
    pub const fn is_determined(self) -> bool {
        self.0.count_ones() == 1
    }

    /// How many there are.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The indices in it.
    pub fn indices(self) -> impl Iterator<Item = u8> {
        (0..16).filter(move |&index| self.has(index))
    }

    /// The set with these bits.
    pub(crate) const fn from_bits(bits: u16) -> Self {
        Self(bits)
    }

    pub(crate) const fn bits(self) -> u16 {
        self.0
    }
}

impl fmt::Debug for AnswerSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.indices()).finish()
    }
}

/// One possible answer to a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AnswerInfo {
    /// Stable code.
    pub code: &'static str,
    /// What it means, in English.
    pub meaning: &'static str,
}

/// A clinical question.
#[derive(Clone, Copy, Debug)]
pub struct QuestionInfo {
    /// Stable id.
    pub id: &'static str,
    /// The question in words.
    pub title: &'static str,
    /// Every answer it can have, in display order; the last two are always `not_addressed` and `not_applicable`.
    pub answers: &'static [AnswerInfo],
    /// Pairs of answers that do not contradict each other though they differ.
    pub compatible: &'static [(AnswerSet, AnswerSet)],
}

impl QuestionInfo {
    /// The codes of a set, in order.
    pub fn codes(&self, set: AnswerSet) -> impl Iterator<Item = &'static str> + '_ {
        self.answers.iter().zip(0..).filter(move |(_, index)| set.has(*index)).map(|(answer, _)| answer.code)
    }

    /// The set of one answer, by its code.
    pub fn set_of(&self, code: &str) -> Option<AnswerSet> {
        let index = self.answers.iter().position(|answer| answer.code == code)?;
        Some(AnswerSet::only(u8::try_from(index).ok()?))
    }

    /// The answers that take no side: a guideline has nothing to say, or found too little evidence to say it.
    pub fn silent(&self) -> AnswerSet {
        ["not_addressed", "not_applicable", "insufficient_evidence"]
            .iter()
            .filter_map(|code| self.set_of(code))
            .fold(AnswerSet::EMPTY, AnswerSet::or)
    }

    /// Can two guidelines with these possible answers be of one mind? Answers agree when they are equal or declared
    /// compatible.
    pub fn can_agree(&self, one: AnswerSet, other: AnswerSet) -> bool {
        one.meets(other)
            || self
                .compatible
                .iter()
                .any(|&(a, b)| (a.meets(one) && b.meets(other)) || (b.meets(one) && a.meets(other)))
    }
}

macro_rules! questions {
    ($($(#[$meta:meta])* $name:ident = $id:literal, $title:literal, compatible $compatible:expr, {
        $($(#[$item:meta])* $variant:ident = $code:literal: $meaning:literal,)+
    })+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
            #[repr(u8)]
            pub enum $name {
                $(#[doc = $meaning] $variant,)+
                /// The guideline is silent.
                NotAddressed,
                /// The question does not arise for this person.
                NotApplicable,
            }

            impl $name {
                /// The question these answer.
                pub const QUESTION: QuestionInfo = QuestionInfo {
                    id: $id,
                    title: $title,
                    answers: &[
                        $(AnswerInfo { code: $code, meaning: $meaning },)+
                        AnswerInfo { code: "not_addressed", meaning: "the guideline is silent" },
                        AnswerInfo { code: "not_applicable", meaning: "the question does not arise for this person" },
                    ],
                    compatible: $compatible,
                };

                /// Every answer, in display order.
                pub const ALL: &'static [Self] = &[$(Self::$variant,)+ Self::NotAddressed, Self::NotApplicable];

                /// The stable code.
                pub const fn code(self) -> &'static str {
                    match self {
                        $(Self::$variant => $code,)+
                        Self::NotAddressed => "not_addressed",
                        Self::NotApplicable => "not_applicable",
                    }
                }

                /// This answer as a set of one.
                pub const fn set(self) -> AnswerSet {
                    AnswerSet::only(self as u8)
                }
            }

            impl TryFrom<&str> for $name {
                type Error = UnknownAnswer;

                fn try_from(code: &str) -> Result<Self, UnknownAnswer> {
                    Self::ALL.iter().copied().find(|answer| answer.code() == code).ok_or(UnknownAnswer::to($id))
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(self.code())
                }
            }
        )+

        /// Every question but those on treatments, in the order in which a report asks them; see [`all`](super::all).
        pub const QUESTIONS: &[QuestionInfo] = &[$($name::QUESTION,)+];
    };
}
pub(crate) use questions;

/// A code that is no answer to this question.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not an answer to `{question}`")]
pub struct UnknownAnswer {
    question: &'static str,
}

impl UnknownAnswer {
    pub(crate) const fn to(question: &'static str) -> Self {
        Self { question }
    }
}
