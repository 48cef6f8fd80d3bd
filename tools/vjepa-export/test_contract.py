"""python3 -m unittest, in this folder."""

import unittest

import contract


class ContractTests(unittest.TestCase):
    def test_tokens_follow_from_side_and_frames(self):
        self.assertEqual(256, contract.tokens(256, 2))
        self.assertEqual(576, contract.tokens(384, 1))
        self.assertEqual(2048, contract.tokens(256, 16))

    def test_refuses_measures_that_the_family_has_not(self):
        self.assertIn("--frames 2", contract.check_shape("v-jepa-2", 256, 1))
        self.assertIn("multiple of 16", contract.check_shape("v-jepa-2.1", 390, 1))
        self.assertIn("multiple of 2", contract.check_shape("v-jepa-2", 256, 3))
        self.assertIsNone(contract.check_shape("v-jepa-2.1", 384, 1))

    def test_each_family_has_its_own_rotary_embedding(self):
        for model, (family, side, dimension, _, _) in contract.ARCHS.items():
            values = contract.metadata(family, model.split()[1], side, 2, dimension, "00", "MIT", [0.5] * 20)
            self.assertEqual("tiled" if family == "v-jepa-2" else "interleaved", values["vision.rope"])
            self.assertEqual(16, len(values["vision.expected"].split(",")))
            self.assertTrue(all(isinstance(value, str) and value for value in values.values()))

    def test_the_fixed_picture_is_normalised(self):
        values = contract.fixed_values(16)
        self.assertEqual((3, 16, 16), (len(values), len(values[0]), len(values[0][0])))
        self.assertAlmostEqual((0 / 255 - 0.485) / 0.229, values[0][0][0])
        self.assertAlmostEqual(((7 * 3 + 13 * 2 + 29) / 255 - 0.456) / 0.224, values[1][2][3])

    def test_names_what_a_checkpoint_lacks(self):
        self.assertEqual("blocks.0.norm1.weight", contract.clean_key("module.backbone.blocks.0.norm1.weight"))
        self.assertEqual(["b"], contract.missing_weights(["a", "b", "pos_embed"], ["a"]))


if __name__ == "__main__":
    unittest.main()
