namespace TestForge.Cli.Demo;

internal static class Catalogue
{
    public static IReadOnlyList<Category> Categories { get; } =
    [
        new("jackets", "Jackets"), new("packs", "Packs"), new("footwear", "Footwear"), new("camp", "Camp"),
    ];

    public static IReadOnlyList<Product> Products { get; } =
    [
        new("drizzle-shell", "Drizzle Shell", "jackets", 129, 14, "#2f6f73", "A light waterproof shell that folds into its own pocket. Made for days that cannot make up their mind."),
        new("fellside-anorak", "Fellside Anorak", "jackets", 149, 6, "#b5532e", "A pull-over anorak in waxed cotton with a map pocket across the chest."),
        new("heather-fleece", "Heather Fleece", "jackets", 72, 31, "#7d5a86", "A soft mid-layer knitted from recycled yarn, warm even when it is damp."),
        new("moor-parka", "Moor Parka", "jackets", 219, 3, "#4b5d3a", "A long insulated parka for standing still in the cold: watching birds, trains or football."),
        new("skylark-gilet", "Skylark Gilet", "jackets", 88, 18, "#c08a2b", "A quilted gilet with deep hand pockets and a collar that stays up."),
        new("tarn-windshirt", "Tarn Windshirt", "jackets", 64, 0, "#3d6b99", "One hundred grams of windproof cloth. Keep it at the top of the pack."),
        new("commuter-pack", "Commuter Pack 18", "packs", 79, 22, "#35596b", "A tidy 18 litre pack with a padded sleeve and room for a lunch box."),
        new("day-hiker-pack", "Day Hiker 25", "packs", 95, 17, "#7a8b3c", "Twenty-five litres, two side pockets and a rain cover that cannot blow away."),
        new("dry-bag-set", "Dry Bag Set", "packs", 28, 44, "#c4663a", "Three roll-top bags in three sizes, to keep socks apart from sandwiches."),
        new("hip-belt-pouch", "Hip Belt Pouch", "packs", 34, 27, "#8a4f5f", "A small pouch for a phone, a compass and a bar of mint cake."),
        new("ridgeway-pack", "Ridgeway 45", "packs", 165, 9, "#3f5f4a", "A load carrier for long weekends with an adjustable back and a floating lid."),
        new("roll-top-tote", "Roll-top Tote", "packs", 48, 12, "#b08a4a", "A canvas tote that rolls shut, for the market or the beach."),
        new("bracken-boot", "Bracken Boot", "footwear", 159, 11, "#7b4a2a", "A full-grain leather boot with a stitched sole that a cobbler can replace."),
        new("camp-slipper", "Camp Slipper", "footwear", 39, 25, "#556b8d", "A padded slipper with a rubber sole, for the last walk to the water tap."),
        new("gorse-trail-shoe", "Gorse Trail Shoe", "footwear", 105, 19, "#b5892c", "A low, grippy shoe for fast days on dry paths."),
        new("merino-sock", "Merino Sock", "footwear", 18, 60, "#6d5a8c", "A cushioned walking sock with a flat toe seam. Sold as a pair, naturally."),
        new("peat-gaiter", "Peat Gaiter", "footwear", 42, 8, "#4a5a45", "Keeps the bog on the outside. Hooks to any lace."),
        new("slate-approach", "Slate Approach", "footwear", 119, 5, "#4d5964", "A sticky-soled shoe for scrambling, with a rand all the way round."),
        new("beacon-lantern", "Beacon Lantern", "camp", 46, 21, "#c9822b", "A warm light with three levels and a hook. Runs for forty hours."),
        new("enamel-mug", "Enamel Mug", "camp", 12, 75, "#2f6f73", "The mug that survives the drop. Holds 350 millilitres."),
        new("hearth-stove", "Hearth Stove", "camp", 84, 7, "#9b3f30", "A folding gas stove that boils a litre in four minutes, even in a breeze."),
        new("nook-tent", "Nook Tent 2", "camp", 289, 4, "#52743b", "A two-person tent with two doors and two porches, so nobody has to climb over anybody."),
        new("thicket-blanket", "Thicket Blanket", "camp", 58, 16, "#8c4a52", "A woven wool blanket with a waterproof back and a leather strap."),
        new("travel-kettle", "Travel Kettle", "camp", 37, 13, "#566a75", "A flat kettle that fits on a small burner and packs with the cups inside."),
    ];

    public static Product? Find(string slug) => Products.FirstOrDefault(p => p.Slug == slug);

    public static string CategoryName(Product product) => Categories.First(c => c.Slug == product.Category).Name;

    public static IReadOnlyList<Product> Search(string words) =>
        [.. Products.Where(p => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => Mentions(p, w)))];

    private static bool Mentions(Product product, string word) =>
        product.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || product.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
        || product.Category.Contains(word, StringComparison.OrdinalIgnoreCase);
}
