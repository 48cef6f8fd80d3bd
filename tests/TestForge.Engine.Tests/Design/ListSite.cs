namespace TestForge.Engine.Tests.Design;

/// <summary>A page that keeps expenses in the browser, with other data and with one fault at a time.</summary>
internal static class ListSite
{
    /// <summary>What replaces what in the healthy page.</summary>
    public static readonly IReadOnlyDictionary<string, (string Healthy, string Faulty)> Faults = new Dictionary<string, (string, string)>
    {
        ["the search is ignored"] = ("x.name.toLowerCase().includes(wanted)", "true"),
        ["the order is ignored"] = ("b.price - a.price", "0"),
        ["the total counts what is not shown"] = ("sum(shown)", "sum(all)"),
        ["a new entry is not shown"] = ("all.push(entry); save(); draw();", "all.push(entry); save();"),
        ["a new entry is not kept"] = ("const save = () => localStorage", "const save = () => ({ setItem() {} })"),
        ["a removed entry stays"] = ("all = all.filter((x) => x !== entry); save();", "save();"),
        ["a change is not saved"] = ("edited.name = name.value; save();", "save();"),
        ["two clicks make two entries"] = ("find('new').reset();", ""),
        ["the amount does not follow the number"] = ("count.value * 3", "6"),
    };

    public static string Page(string data, string? fault = null)
    {
        var page = Healthy.Replace("DATA", data, StringComparison.Ordinal);
        if (fault is null)
        {
            return page;
        }

        var (healthy, faulty) = Faults[fault];
        page.ShouldContain(healthy);
        return page.Replace(healthy, faulty, StringComparison.Ordinal);
    }

    private const string Healthy = """
        <!doctype html><html lang="en"><head><title>Expenses</title><link rel="icon" href="data:,"></head><body><main><h1>Expenses</h1>
        <form id="new" method="post"><label>Name <input name="name" maxlength="60" required></label> <label>Price <input name="price" type="number" min="1" max="90" required></label> <button>Add</button></form>
        <label>Search <input id="search" type="search"></label> <label>Sort by <select id="sort"><option value="">Age</option><option value="price">Price</option></select></label>
        <ul id="list"></ul><p id="total"></p>
        <form id="tickets"><label>Tickets <input id="count" type="number" min="1" max="9" value="2"></label><p id="amount">£6.00</p></form></main>
        <script>
        const find = (id) => document.getElementById(id);
        let all = JSON.parse(localStorage.getItem('all') ?? 'null') ?? DATA;
        let edited;
        const save = () => localStorage.setItem('all', JSON.stringify(all));
        const sum = (list) => list.reduce((s, x) => s + x.price, 0);
        const { name, price } = find('new').elements;
        function draw() {
          const wanted = find('search').value.toLowerCase();
          const shown = all.filter((x) => x.name.toLowerCase().includes(wanted));
          if (find('sort').value) shown.sort((a, b) => b.price - a.price);
          find('list').replaceChildren(...shown.map((entry) => {
            const row = document.createElement('li');
            const text = (tag, words) => Object.assign(document.createElement(tag), { textContent: words });
            const edit = text('button', 'Edit'), remove = text('button', 'Delete');
            edit.onclick = () => { edited = entry; name.value = entry.name; price.value = entry.price; };
            remove.onclick = () => { all = all.filter((x) => x !== entry); save(); draw(); };
            row.append(text('b', entry.name), ' ', text('i', `£${entry.price.toFixed(2)}`), ' ', edit, ' ', remove);
            return row;
          }));
          find('total').textContent = `Total: £${sum(shown).toFixed(2)}`;
        }
        find('new').onsubmit = (event) => {
          event.preventDefault();
          if (edited) { edited.name = name.value; save(); edited = undefined; draw(); }
          else { const entry = { name: name.value, price: Number(price.value) }; all.push(entry); save(); draw(); }
          find('new').reset();
        };
        find('search').oninput = find('sort').onchange = draw;
        find('count').oninput = () => { find('amount').textContent = `£${(count.value * 3).toFixed(2)}`; };
        draw();
        </script></body></html>
        """;
}
