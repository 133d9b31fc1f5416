//! An assessment restricted to some guidelines.

use super::answers::Absent;
use super::{Assessment, WhyNoPosition};
use crate::knowledge::code::Guideline;
use crate::knowledge::{Knowledge, UnknownGuideline};

impl Assessment {
    /// Keeps the positions, recommendations, disagreements, sources and traces of these guidelines. Alerts, tests and
    /// what is withheld still count every guideline: safety is not a matter of choice.
    ///
    /// ```
    /// use ekbom::{Guideline, Knowledge, Patient, assess};
    /// let knowledge = Knowledge::builtin();
    /// let patient = Patient::from_json(r#"{"labs": []}"#)?;
    /// let mut assessment = assess(&knowledge, &patient);
    /// assessment.keep_guidelines(&knowledge, &[Guideline::Mayo2021])?;
    /// assert!(assessment.positions.iter().all(|position| position.guideline == "mayo-2021"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When one of them has no table in the knowledge; nothing is left out then.
    pub fn keep_guidelines(
        &mut self,
        knowledge: &Knowledge,
        guidelines: &[Guideline],
    ) -> Result<(), UnknownGuideline> {
        for guideline in guidelines {
            knowledge.guideline(guideline.code())?;
        }
        let kept = |id: &str| guidelines.iter().any(|own| own.code() == id);
        let left_out = self.positions.iter().filter(|position| !kept(&position.guideline));
        self.memory.absent.extend(left_out.map(|position| Absent {
            question: position.question.clone(),
            guideline: position.guideline.clone(),
            why: WhyNoPosition::LeftOut,
        }));
        self.positions.retain(|position| kept(&position.guideline));
        self.recommendations.retain(|recommendation| kept(&recommendation.guideline));
        for disagreement in &mut self.disagreements {
            disagreement.positions.retain(|(guideline, _)| kept(guideline));
        }
        self.disagreements.retain(|disagreement| disagreement.positions.len() > 1);
        if let Some(trace) = &mut self.trace {
            trace.retain(|table| kept(&table.guideline));
        }
        let positions = &self.positions;
        let rules = || knowledge.tables().iter().flat_map(|table| &table.rules);
        self.sources.retain(|source| {
            rules().any(|rule| {
                rule.cites.iter().any(|cite| cite.source == source.id)
                    && positions.iter().any(|position| position.rules.contains(&rule.id))
            })
        });
        Ok(())
    }
}
