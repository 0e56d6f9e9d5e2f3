"""The small languages that plans are typed in, each said once: numbers, marks of lists, furniture of pages, slips.

Every reader and every stage asks here; none has a pattern of its own for them. Written dates are `values.timing`'s.
"""
