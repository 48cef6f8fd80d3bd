using System.Text.RegularExpressions;

namespace TestForge.Engine.Discovery.Flows;

/// <summary>Words by which the purposes of places and controls are known, in the languages the guard knows too.</summary>
internal static partial class FlowWords
{
    [GeneratedRegex(@"\b(sign[\s\-_]?in|log[\s\-_]?in|signin|login|anmelden|einloggen|se connecter|connexion|iniciar sesi[oó]n|acceder|accedi|entrar|inloggen)\b", RegexOptions.IgnoreCase)]
    public static partial Regex SignIn();

    [GeneratedRegex(@"\b(sign[\s\-_]?out|log[\s\-_]?out|signout|logout|abmelden|ausloggen|d[eé]connexion|cerrar sesi[oó]n|esci|sair|uitloggen)\b", RegexOptions.IgnoreCase)]
    public static partial Regex SignOut();

    [GeneratedRegex(@"\b(search|find|suche[n]?|rechercher?|buscar|cerca|pesquisar|zoeken)\b", RegexOptions.IgnoreCase)]
    public static partial Regex Search();

    [GeneratedRegex(@"\b(add|put|in den|ajouter|a[nñ]adir|agregar|aggiungi|adicionar)\b.{0,30}\b(cart|basket|bag|trolley|warenkorb|panier|carrito|cesta|carrello|carrinho|winkelwagen)\b", RegexOptions.IgnoreCase)]
    public static partial Regex AddToCart();

    [GeneratedRegex(@"\b(cart|basket|shopping bag|trolley|warenkorb|panier|carrito|cesta|carrello|carrinho|winkelwagen)\b", RegexOptions.IgnoreCase)]
    public static partial Regex Cart();

    [GeneratedRegex(@"\b(check[\s\-_]?out|kasse|zur kasse|commander|finalizar compra|tramitar pedido|finalizar pedido|afrekenen|order confirmation|order complete)\b", RegexOptions.IgnoreCase)]
    public static partial Regex Checkout();

    [GeneratedRegex(@"\b(create|new|add|compose|write|post|publish|upload|anlegen|erstellen|hinzuf[uü]gen|neue[rs]?|cr[eé]er|ajouter|nouve(au|lle)|crear|nuev[oa]|a[nñ]adir|agregar|crea|nuov[oa]|aggiungi|criar|nov[oa]|adicionar|nieuwe?|toevoegen|aanmaken)\b", RegexOptions.IgnoreCase)]
    public static partial Regex Create();

    [GeneratedRegex(@"\b(edit|update|save|change|modify|rename|settings|bearbeiten|[aä]ndern|speichern|modifier|enregistrer|[eé]diter|editar|guardar|modifica|salva|salvar|bewerken|wijzigen|opslaan)\b", RegexOptions.IgnoreCase)]
    public static partial Regex Update();

    [GeneratedRegex(@"\b(delete|remove|destroy|l[oö]schen|entfernen|supprimer|eliminar|borrar|elimina|excluir|apagar|verwijderen)\b", RegexOptions.IgnoreCase)]
    public static partial Regex Delete();

    // What a verb is followed by when it names nothing of its own: "Add new", "Save changes".
    [GeneratedRegex(@"\b(a|an|the|new|your|my|this|to|item|items|entry|it|changes|all|now|selected|form|page|create|add|edit|update|save|delete|remove|write|post|publish)\b|[^\p{L}\s]", RegexOptions.IgnoreCase)]
    public static partial Regex Empty();
}
