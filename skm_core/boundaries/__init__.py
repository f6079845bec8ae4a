"""The agency's own boundaries of its kelurahan: GeoJSON of the folder `batas`, checked, simplified, in kilometres.

No boundaries come with the product: their licences differ, and lines on paper must be the agency's.
"""

from skm_core.boundaries.layer import SOURCE, Bidang, Lapis, digest, load, paths
from skm_core.boundaries.spots import Spot, bounds, fits, inside, outside

__all__ = ["SOURCE", "Bidang", "Lapis", "Spot", "bounds", "digest", "fits", "inside", "load", "outside", "paths"]
