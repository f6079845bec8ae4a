"""The parts of the page Sampel: plan and draw, sample size, progress, and what another plan would give."""
