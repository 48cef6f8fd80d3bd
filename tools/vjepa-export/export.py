#!/usr/bin/env python3
"""Exports the encoder of a V-JEPA 2 or 2.1 checkpoint as an ONNX file that TestForge loads. See README.md."""

import argparse
import os
import sys

import contract


def main():
    arguments = parse(sys.argv[1:])
    family, side, dimension, _, _ = contract.ARCHS[arguments.model]
    side = arguments.side or side
    frames = arguments.frames or (1 if family == "v-jepa-2.1" else 2)
    wrong = contract.check_shape(family, side, frames)
    if wrong:
        sys.exit(f"error: {wrong}")

    # Late, so that --help and the checks above need no more than Python.
    import numpy
    import torch

    print(f"loading {arguments.model}, {side} px, {'1 frame' if frames == 1 else f'{frames} frames'} …")
    encoder = load(torch, arguments, side)
    wrapped = wrap(torch, encoder, from_hub=bool(arguments.checkpoint)).eval()
    still = torch.tensor(contract.fixed_values(side), dtype=torch.float32)
    video = still[None, None].repeat(1, frames, 1, 1, 1)
    with torch.no_grad():
        reference = wrapped(video)
    shape = (1, contract.tokens(side, frames), dimension)
    if tuple(reference.shape) != shape:
        sys.exit(f"error: the encoder gave {tuple(reference.shape)}, the contract says {shape}")

    torch.onnx.export(
        wrapped,
        (video,),
        arguments.out,
        input_names=["pixel_values_videos"],
        output_names=["last_hidden_state"],
        dynamic_axes={"pixel_values_videos": {0: "batch"}, "last_hidden_state": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )
    reference = reference.numpy()
    weights = contract.sha256(arguments.checkpoint) if arguments.checkpoint else contract.sha256(weights_of(arguments.hf))
    values = contract.metadata(family, arguments.model.split()[1], side, frames, dimension, weights, arguments.licence, reference.mean(axis=(0, 1)).tolist())
    write_metadata(arguments.out, values)
    compare(numpy, arguments.out, video.numpy(), reference, "fp32")
    if arguments.int8:
        small = os.path.splitext(arguments.out)[0] + ".int8.onnx"
        quantise(arguments.out, small)
        write_metadata(small, values)
        compare(numpy, small, video.numpy(), reference, "int8")


def parse(words):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True, choices=sorted(contract.ARCHS), help="family and architecture")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--checkpoint", metavar="FILE", help="the authors' .pt file; needs --repo")
    source.add_argument("--hf", metavar="DIR", help="a folder that transformers reads (V-JEPA 2 only)")
    parser.add_argument("--repo", metavar="DIR", help="a checkout of facebookresearch/vjepa2")
    parser.add_argument("--out", required=True, metavar="FILE", help="the ONNX file to write")
    parser.add_argument("--side", type=int, metavar="PX", help="width and height of the input; default: the checkpoint's own")
    parser.add_argument("--frames", type=int, metavar="N", help="frames of the input; default: 1 for 2.1, 2 for 2")
    parser.add_argument("--licence", default="see the authors' repository", help="what the weights may be used for, kept in the file")
    parser.add_argument("--int8", action="store_true", help="also write one with eight-bit weights, and its error")
    arguments = parser.parse_args(words)
    if arguments.checkpoint and not arguments.repo:
        parser.error("--checkpoint needs --repo")
    if arguments.hf and not arguments.model.startswith("v-jepa-2 "):
        parser.error("--hf is for V-JEPA 2: transformers has no code of V-JEPA 2.1, and loading its weights into that of 2 is silently wrong")
    return arguments


def load(torch, arguments, side):
    if arguments.hf:
        from transformers import VJEPA2Model

        model = VJEPA2Model.from_pretrained(arguments.hf, local_files_only=True, attn_implementation="eager")
        if model.config.crop_size != side:
            sys.exit(f"error: this checkpoint has the side {model.config.crop_size}: its positions are counted in that grid")
        # The encoder alone: the model would run its predictor too.
        return model.encoder.float()

    # The authors' own code, with its own rotary embedding.
    sys.path.insert(0, arguments.repo)
    from src.hub import backbones

    _, _, _, factory, key = contract.ARCHS[arguments.model]
    encoder, _ = getattr(backbones, factory)(pretrained=False)
    checkpoint = torch.load(arguments.checkpoint, map_location="cpu", weights_only=True)
    if key not in checkpoint:
        sys.exit(f"error: the checkpoint has no '{key}', but {', '.join(checkpoint)}")
    state = {contract.clean_key(name): tensor for name, tensor in checkpoint[key].items()}
    missing = contract.missing_weights(encoder.state_dict(), state)
    if missing:
        sys.exit(f"error: the checkpoint lacks {len(missing)} weights of this architecture, such as {missing[0]}")
    encoder.load_state_dict(state, strict=False)
    return encoder.float()


def wrap(torch, encoder, from_hub):
    class Encoder(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.encoder = encoder

        def forward(self, pixel_values_videos):
            if from_hub:
                # The authors' code takes batch, channel, frame, row, column.
                return self.encoder(pixel_values_videos.permute(0, 2, 1, 3, 4))
            return self.encoder(pixel_values_videos=pixel_values_videos).last_hidden_state

    return Encoder()


def weights_of(folder):
    for name in ("model.safetensors", "pytorch_model.bin"):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            return path
    sys.exit(f"error: '{folder}' has no model.safetensors")


def write_metadata(path, values):
    import onnx

    model = onnx.load(path)
    del model.metadata_props[:]
    for key, value in values.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.save(model, path)


def compare(numpy, path, video, reference, what):
    import onnxruntime

    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    given = session.run(["last_hidden_state"], {"pixel_values_videos": video})[0]
    one, other = reference.mean(axis=(0, 1)), given.mean(axis=(0, 1))
    cosine = float(one @ other / (numpy.linalg.norm(one) * numpy.linalg.norm(other)))
    print(f"{what}: {path}, {os.path.getsize(path) / 1e6:.0f} MB, max abs difference {numpy.abs(given - reference).max():.3g}, cosine of the means {cosine:.6f}")
    if cosine < 0.99:
        sys.exit("error: the file does not give what its weights give; do not use it")


def quantise(path, small):
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(path, small, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gemm"])


if __name__ == "__main__":
    main()
