namespace TestForge.Engine.Healing.Identity;

/// <summary>What the words on controls mean, as far as telling a new name for a control from another control needs it.</summary>
internal static class ControlWords
{
    /// <summary>Words and phrases that controls of the same meaning are named by.</summary>
    public static readonly string[][] Meanings =
    [
        ["sign in", "signin", "log in", "login", "log on", "logon", "anmelden", "einloggen", "se connecter", "connexion", "iniciar sesion"],
        ["sign up", "signup", "register", "create account", "create an account", "join", "registrieren", "konto erstellen", "s inscrire", "registrarse"],
        ["log out", "logout", "sign out", "signout", "abmelden", "ausloggen", "se deconnecter"],
        ["save", "store", "apply", "update", "save changes", "apply changes", "speichern", "sichern", "enregistrer", "guardar"],
        ["submit", "send", "post", "confirm", "ok", "send message", "submit form", "absenden", "senden", "envoyer", "enviar"],
        ["search", "find", "look up", "look for", "suche", "suchen", "rechercher", "buscar"],
        ["cart", "basket", "bag", "shopping cart", "shopping bag", "trolley", "warenkorb", "panier", "carrito", "cesta"],
        ["checkout", "check out", "proceed to checkout", "zur kasse", "kasse"],
        ["next", "continue", "proceed", "forward", "next step", "next page", "go on", "weiter", "suivant", "siguiente", "continuer", "continuar"],
        ["previous", "back", "return", "go back", "previous page", "zuruck", "precedent", "retour", "anterior", "volver"],
        ["cancel", "dismiss", "close", "never mind", "abort", "abbrechen", "schliessen", "annuler", "fermer", "cancelar", "cerrar"],
        ["add", "create", "new", "add new", "create new", "make", "hinzufugen", "neu", "anlegen", "ajouter", "creer", "nouveau", "anadir", "crear", "nuevo"],
        ["edit", "change", "modify", "bearbeiten", "andern", "modifier", "editar"],
        ["view", "show", "display", "open", "see", "anzeigen", "offnen", "afficher", "voir", "ver", "mostrar"],
        ["details", "more info", "information", "info", "more information", "read more", "learn more", "more", "mehr", "details anzeigen", "en savoir plus", "mas informacion"],
        ["help", "support", "faq", "help center", "help centre", "hilfe", "aide", "ayuda"],
        ["contact", "contact us", "get in touch", "kontakt", "nous contacter", "contacto"],
        ["about", "about us", "who we are", "uber uns", "a propos", "sobre nosotros"],
        ["home", "start page", "home page", "homepage", "startseite", "accueil", "inicio"],
        ["overview", "dashboard", "ubersicht", "apercu", "resumen"],
        ["settings", "preferences", "options", "configuration", "einstellungen", "parametres", "ajustes", "configuracion"],
        ["account", "profile", "my account", "my profile", "konto", "profil", "compte", "cuenta", "perfil"],
        ["first name", "given name", "forename", "vorname", "prenom", "nombre"],
        ["last name", "surname", "family name", "nachname", "familienname", "nom de famille", "apellido", "apellidos"],
        ["name", "full name", "your name"],
        ["email", "e mail", "email address", "e mail address", "mail", "mail address", "e mail adresse", "courriel", "correo electronico", "correo"],
        ["phone", "telephone", "phone number", "telephone number", "mobile", "mobile number", "tel", "telefon", "telefono"],
        ["password", "passphrase", "passwort", "kennwort", "mot de passe", "contrasena"],
        ["repeat password", "confirm password", "password again", "retype password", "password confirmation"],
        ["message", "comment", "note", "remark", "comments", "nachricht", "kommentar", "commentaire", "mensaje", "comentario"],
        ["address", "street", "street address", "address line 1", "strasse", "adresse", "rue", "direccion", "calle"],
        ["city", "town", "ort", "stadt", "ville", "ciudad"],
        ["postcode", "postal code", "zip", "zip code", "plz", "postleitzahl", "code postal", "codigo postal"],
        ["country", "nation", "country region", "land", "pays", "pais"],
        ["quantity", "qty", "amount", "count", "number of items", "how many", "menge", "anzahl", "quantite", "cantidad"],
        ["price", "cost", "rate", "prices", "costs", "price list", "preis", "preise", "prix", "precio"],
        ["filter", "refine", "narrow", "narrow down", "filtern", "filtrer", "filtrar"],
        ["sort", "order by", "sort by", "sort order", "sortieren", "trier", "ordenar"],
        ["category", "kind", "type", "group", "kategorie", "categorie", "categoria"],
        ["date", "day", "when", "datum", "tag", "fecha", "dia"],
        ["title", "heading", "subject", "topic", "headline", "titel", "betreff", "titre", "sujet", "titulo", "asunto"],
        ["description", "text", "details", "beschreibung", "descripcion"],
        ["status", "state", "zustand", "etat", "estado"],
        ["priority", "importance", "urgency", "prioritat", "priorite", "prioridad"],
        ["orders", "purchases", "order history", "bestellungen", "commandes", "pedidos"],
        ["products", "items", "catalogue", "catalog", "shop", "store", "goods", "produkte", "produits", "productos"],
        ["reports", "statistics", "analytics", "insights", "berichte", "rapports", "informes"],
        ["team", "people", "members", "users", "staff", "mitglieder", "equipe", "equipo"],
        ["notes", "memos", "notizen", "notas"],
        ["charts", "graphs", "diagrams"],
        ["remember me", "keep me signed in", "stay signed in", "keep me logged in", "stay logged in", "angemeldet bleiben"],
        ["forgot password", "lost password", "reset password", "can t sign in", "trouble signing in", "passwort vergessen", "mot de passe oublie"],
        ["upload", "attach", "choose file", "choose a file", "hochladen", "televerser", "subir"],
        ["download", "export", "get the file", "save as file", "herunterladen", "telecharger", "descargar"],
        ["subscribe", "get updates", "follow", "abonnieren", "s abonner", "suscribirse"],
        ["book", "reserve", "book now", "buchen", "reserver", "reservar"],
        ["bookings", "reservations", "buchungen"],
        ["active", "open", "in progress", "current", "offen", "aktiv"],
        ["completed", "done", "finished", "erledigt", "fertig", "termine", "completado"],
    ];

    /// <summary>Pairs of words; a control that goes from one to the other does something else.</summary>
    public static readonly (string One, string Other)[] Opposites =
    [
        ("next", "previous"), ("next", "back"), ("forward", "back"), ("continue", "back"), ("show", "hide"), ("open", "close"), ("open", "closed"), ("accept", "decline"), ("accept", "reject"), ("allow", "deny"), ("approve", "reject"),
        ("add", "remove"), ("add", "delete"), ("save", "discard"), ("save", "cancel"), ("submit", "cancel"), ("confirm", "cancel"), ("ok", "cancel"), ("yes", "no"), ("more", "less"), ("expand", "collapse"),
        ("subscribe", "unsubscribe"), ("follow", "unfollow"), ("from", "to"), ("start", "end"), ("start", "stop"), ("enable", "disable"), ("import", "export"), ("upload", "download"), ("up", "down"),
        ("left", "right"), ("min", "max"), ("minimum", "maximum"), ("first", "last"), ("old", "new"), ("billing", "shipping"), ("login", "logout"), ("in", "out"), ("in", "up"), ("before", "after"),
        ("increase", "decrease"), ("play", "pause"), ("lock", "unlock"), ("mute", "unmute"), ("undo", "redo"), ("check", "uncheck"), ("select", "deselect"), ("active", "completed"), ("public", "private"),
        ("home", "work"), ("today", "tomorrow"), ("buy", "sell"), ("deposit", "withdraw"), ("send", "receive"), ("income", "expense"),
    ];

    /// <summary>Words that, added to a name, make it the name of another control beside the first: sign in, sign in with Google.</summary>
    public static readonly HashSet<string> Distinguishing =
        ["with", "without", "as", "repeat", "confirm", "retype", "again", "alternative", "other", "another", "second", "third", "first", "last", "old", "former", "archive", "archived", "draft", "template", "copy", "preview", "compare", "history", "company", "not", "no", "via", "using", "guest"];

    /// <summary>Words that say nothing of what a control does.</summary>
    public static readonly HashSet<string> Empty =
        ["my", "your", "our", "the", "a", "an", "please", "here", "now", "page", "go", "to", "of", "for", "this", "these", "optional", "required", "view", "show", "see", "details", "der", "die", "das", "le", "la", "les", "el", "los", "las", "mein", "meine", "ihre", "votre", "mon", "mes", "mi", "su"];
}
