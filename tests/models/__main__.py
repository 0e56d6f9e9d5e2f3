"""`make schemas`: writes the models of the outputs anew from the schemas."""

from tests.models.generation import MODELS, write_models

if __name__ == "__main__":
    MODELS.write_bytes(write_models())
