using TestForge.Engine.Browser;

namespace TestForge.Engine.Design.Trials;

/// <summary>What controls of one record are called, in the languages that most of the web is written in.</summary>
internal static class ControlWords
{
    private static readonly PhraseBook Removes = new([
        "delete", "remove", "discard", "cancel", "erase", "loschen", "entfernen", "stornieren", "supprimer", "retirer", "annuler", "eliminar", "borrar", "quitar", "cancelar",
        "elimina", "rimuovi", "cancella", "excluir", "apagar", "remover", "verwijder", "verwijderen", "annuleren", "usun", "skasuj", "ta bort", "radera", "slet", "slett"]);

    private static readonly PhraseBook Edits = new([
        "edit", "change", "modify", "update", "rename", "bearbeiten", "andern", "aendern", "modifier", "editar", "modificar", "modifica", "alterar", "bewerken", "wijzigen", "edytuj", "redigera", "rediger"]);

    private static readonly PhraseBook Agrees = new([
        "yes", "ok", "okay", "confirm", "continue", "ja", "bestatigen", "weiter", "oui", "confirmer", "si", "confirmar", "aceptar", "conferma", "sim", "bevestigen", "tak", "potwierdz", "bekrafta"]);

    private static readonly PhraseBook Refuses = new([
        "cancel", "no", "keep", "close", "dismiss", "not now", "back", "abbrechen", "nein", "schliessen", "schließen", "behalten", "zuruck", "annuler", "non", "fermer", "garder", "cancelar", "cerrar",
        "annulla", "chiudi", "nao", "fechar", "annuleren", "nee", "sluiten", "anuluj", "nie", "zamknij", "avbryt", "nej", "stang", "annuller", "luk", "nei", "lukk"]);

    private static readonly PhraseBook Onward = new([
        "checkout", "check out", "proceed", "continue", "next", "order", "weiter", "kasse", "zur kasse", "fortfahren", "bestellen", "continuer", "commander", "suivant", "continuar", "siguiente", "pagar",
        "continua", "avanti", "procedi", "prosseguir", "seguinte", "verder", "afrekenen", "dalej", "zamow", "fortsatt", "till kassan"]);

    /// <summary>The way on from what was put together: to the checkout, to the next step.</summary>
    public static bool Forward(string name) => Onward.FirstIn(PlainWords.Of(name)) is not null;

    public static bool Remove(string name) => Removes.FirstIn(PlainWords.Of(name)) is not null || name.Trim() is "×" or "✕" or "🗑";

    /// <summary>The button of a last step that makes it so.</summary>
    public static bool Confirm(string name) => Agrees.FirstIn(PlainWords.Of(name)) is not null || Forward(name);

    /// <summary>The button of a dialog that leaves everything as it was.</summary>
    public static bool Refuse(string name) => Refuses.FirstIn(PlainWords.Of(name)) is not null || name.Trim() is "×" or "✕" or "x" or "X";

    public static bool Edit(string name) => Edits.FirstIn(PlainWords.Of(name)) is not null;

    /// <summary>The button of a question that agrees to it: it names the deed again, or says yes.</summary>
    public static bool Agree(string name) => Agrees.FirstIn(PlainWords.Of(name)) is not null || Remove(name);
}
