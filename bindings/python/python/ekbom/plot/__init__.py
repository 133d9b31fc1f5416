"""Pictures; needs matplotlib (``pip install 'ekbom[plot]'``).

No answer is told by its colour alone: each has its word beside it, and the colours are apart for colour-blind readers too.
A picture of a table takes ``ax=`` to be drawn into a figure of yours, and says of how many rows it is; rows that were
refused are counted apart, and what is not known is drawn as open, never as an answer.
"""

from ._agreement import agreement
from ._flow import flow
from ._labs import labs
from ._missing import missing
from ._prevalence import prevalence
from ._sensitivity import sensitivity

__all__ = ["agreement", "flow", "labs", "missing", "prevalence", "sensitivity"]
