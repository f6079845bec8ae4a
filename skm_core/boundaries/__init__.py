"""The agency's own boundaries of its kelurahan: GeoJSON files of the folder `batas`, checked, simplified, in kilometres.

No boundaries come with the product: their licences differ, and lines on paper must be the agency's.
"""

from skm_core.boundaries.layer import Bidang, Lapis, digest, load, paths

__all__ = ["Bidang", "Lapis", "digest", "load", "paths"]
