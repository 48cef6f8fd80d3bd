"""What a model file says of itself, and the picture it is compared on. Needs nothing but Python."""

import hashlib

PREFIX = "vision."
PATCH = 16
TUBELET = 2
MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)
EXPECTED_COUNT = 16
ROPE = {"v-jepa-2": "tiled", "v-jepa-2.1": "interleaved"}

# name: (family, side, dimension, factory in the authors' code, key of the weights in their checkpoint)
ARCHS = {
    "v-jepa-2 vit-l": ("v-jepa-2", 256, 1024, "vjepa2_vit_large", "target_encoder"),
    "v-jepa-2 vit-h": ("v-jepa-2", 256, 1280, "vjepa2_vit_huge", "target_encoder"),
    "v-jepa-2 vit-g": ("v-jepa-2", 256, 1408, "vjepa2_vit_giant", "target_encoder"),
    "v-jepa-2 vit-g-384": ("v-jepa-2", 384, 1408, "vjepa2_vit_giant_384", "target_encoder"),
    "v-jepa-2.1 vit-b": ("v-jepa-2.1", 384, 768, "vjepa2_1_vit_base_384", "ema_encoder"),
    "v-jepa-2.1 vit-l": ("v-jepa-2.1", 384, 1024, "vjepa2_1_vit_large_384", "ema_encoder"),
    "v-jepa-2.1 vit-g": ("v-jepa-2.1", 384, 1408, "vjepa2_1_vit_giant_384", "target_encoder"),
    "v-jepa-2.1 vit-G": ("v-jepa-2.1", 384, 1664, "vjepa2_1_vit_gigantic_384", "target_encoder"),
}


def tokens(side, frames):
    """Tokens of the output: no class token."""
    return max(1, frames // TUBELET) * (side // PATCH) ** 2


def check_shape(family, side, frames):
    """Says what is wrong with the measures asked for, or None."""
    if side % PATCH:
        return f"the side {side} is no multiple of {PATCH}"
    if frames == 1 and family != "v-jepa-2.1":
        return "one frame needs the tokenizer for single images, which only V-JEPA 2.1 has; use --frames 2"
    if frames != 1 and frames % TUBELET:
        return f"{frames} frames are no multiple of {TUBELET}"
    return None


def fixed_pixel(x, y, channel):
    """The fixed picture, by formula, so that no file has to be shared."""
    return (7 * x + 13 * y + 29 * channel) % 256


def fixed_values(side):
    """The fixed picture as the model takes it in: channel, row, column."""
    return [
        [[(fixed_pixel(x, y, c) / 255 - MEAN[c]) / STD[c] for x in range(side)] for y in range(side)]
        for c in range(3)
    ]


def clean_key(key):
    """A name in a checkpoint without what training wrapped around it."""
    return key.replace("module.", "").replace("backbone.", "")


def missing_weights(wanted, given):
    """Names that the encoder has and the checkpoint lacks. Positions are computed, not learned."""
    return sorted(set(wanted) - set(given) - {"pos_embed"})


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def metadata(family, arch, side, frames, dimension, weights_sha256, licence, expected):
    """All values of the contract, as text."""
    values = {
        "contract": "1",
        "family": family,
        "arch": arch,
        "side": side,
        "frames": frames,
        "dimension": dimension,
        "patch": PATCH,
        "tubelet": TUBELET,
        "layout": "BTCHW",
        "mean": ",".join(map(str, MEAN)),
        "std": ",".join(map(str, STD)),
        "resize": "letterbox",
        "rope": ROPE[family],
        "weights_sha256": weights_sha256,
        "licence": licence,
        "expected": ",".join(f"{value:.7g}" for value in expected[:EXPECTED_COUNT]),
    }
    return {PREFIX + key: str(value) for key, value in values.items()}
