"""The boundary: releases of figures in which nobody can be singled out."""
