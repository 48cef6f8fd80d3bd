namespace TestForge.Engine.Browser;

/// <summary>
/// Words and phrases of controls that destroy, end the session, cost money or reach other people, in the languages that
/// most of the web is written in. Plain letters: accents are taken off text and word alike (<see cref="PlainWords"/>).
/// </summary>
internal static class DestructiveWords
{
    /// <summary>Whole words, and phrases of words that follow each other.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Phrases = new Dictionary<string, string[]>
    {
        ["en"] =
        [
            "delete", "deletes", "deleting", "remove", "removes", "removing", "destroy", "destroys", "erase", "purge", "wipe", "drop", "truncate", "reset", "revoke",
            "terminate", "deactivate", "disable", "uninstall", "shutdown", "shut down", "reboot", "restart", "kill", "log out", "logout", "log off", "logoff",
            "sign out", "signout", "sign off", "signoff", "unsubscribe", "unpublish", "ban", "block user", "close account", "cancel account", "cancel subscription",
            "cancel order", "cancel plan", "pay", "payment", "buy now", "purchase", "place order", "order now", "complete order", "transfer", "withdraw", "donate",
            "refund", "send money", "publish", "empty trash", "empty cart", "factory reset",
        ],
        ["de"] =
        [
            "loschen", "loeschen", "losche", "entfernen", "abmelden", "ausloggen", "bezahlen", "jetzt kaufen", "zahlungspflichtig bestellen", "kostenpflichtig bestellen",
            "jetzt bestellen", "kundigen", "kuendigen", "zurucksetzen", "zuruecksetzen", "deaktivieren", "sperren", "uberweisen", "ueberweisen", "spenden", "stornieren",
            "abbestellen", "veroffentlichen", "veroeffentlichen", "papierkorb leeren", "warenkorb leeren",
        ],
        ["fr"] =
        [
            "supprimer", "effacer", "retirer", "vider le panier", "vider la corbeille", "deconnexion", "se deconnecter", "deconnecter", "payer", "acheter", "acheter maintenant",
            "passer la commande", "commander maintenant", "resilier", "desabonner", "se desabonner", "desactiver", "reinitialiser", "rembourser", "virement", "faire un don", "publier",
        ],
        ["es"] =
        [
            "eliminar", "borrar", "quitar", "cerrar sesion", "desconectarse", "pagar", "comprar ahora", "realizar pedido", "darse de baja", "cancelar suscripcion", "cancelar pedido",
            "desactivar", "restablecer", "reembolsar", "transferir", "donar", "publicar", "vaciar carrito", "vaciar papelera",
        ],
        ["it"] =
        [
            "elimina", "eliminare", "cancella", "cancellare", "rimuovi", "rimuovere", "esci", "disconnetti", "disconnettiti", "paga", "pagare", "paga ora", "acquista ora", "compra ora",
            "conferma ordine", "disiscriviti", "annulla iscrizione", "annulla abbonamento", "annulla ordine", "disattiva", "reimposta", "rimborsa", "bonifico", "svuota carrello", "svuota cestino", "pubblica",
        ],
        ["pt"] =
        [
            "excluir", "apagar", "remover", "sair", "terminar sessao", "encerrar sessao", "pagar", "comprar agora", "finalizar compra", "finalizar pedido", "cancelar assinatura",
            "cancelar pedido", "cancelar conta", "desativar", "redefinir", "reembolsar", "transferir", "doar", "publicar", "esvaziar carrinho", "esvaziar lixeira",
        ],
        ["nl"] =
        [
            "verwijder", "verwijderen", "uitloggen", "afmelden", "betaal", "betalen", "nu kopen", "bestelling plaatsen", "bestellen en betalen", "opzeggen", "uitschrijven",
            "deactiveren", "uitschakelen", "terugbetalen", "overmaken", "doneren", "publiceren", "winkelwagen legen", "prullenbak legen",
        ],
        ["pl"] =
        [
            "usun", "usuwanie", "skasuj", "wyloguj", "wyloguj sie", "zaplac", "kup teraz", "zamow i zaplac", "zloz zamowienie", "wypisz sie", "anuluj subskrypcje", "anuluj zamowienie",
            "dezaktywuj", "zresetuj", "przelej", "opublikuj", "oproznij koszyk", "oproznij kosz",
        ],
        ["sv"] =
        [
            "ta bort", "radera", "logga ut", "betala", "kop nu", "slutfor kop", "lagg bestallning", "avsluta konto", "avsluta prenumeration", "avprenumerera", "inaktivera",
            "aterstall", "overfor pengar", "donera", "publicera", "tom varukorg", "tom papperskorgen",
        ],
        ["da"] =
        [
            "slet", "slette", "log ud", "log af", "betal", "kob nu", "afgiv ordre", "afgiv bestilling", "opsig", "opsig abonnement", "afmeld", "deaktiver", "nulstil", "refunder", "offentliggor",
        ],
        ["nb"] = ["slett", "slette", "logg ut", "logg av", "kjop na", "bekreft kjop", "legg inn bestilling", "si opp", "avslutt abonnement", "avmeld", "tilbakestill", "publiser"],
        ["fi"] =
        [
            "poista", "kirjaudu ulos", "maksa", "osta nyt", "vahvista tilaus", "tilaa nyt", "peruuta tilaus", "irtisano", "poistu", "nollaa", "julkaise", "lahjoita", "siirra rahaa", "tyhjenna ostoskori", "tyhjenna roskakori",
        ],
        ["cs"] =
        [
            "smazat", "odstranit", "vymazat", "odhlasit", "odhlasit se", "zaplatit", "koupit ted", "odeslat objednavku", "zrusit ucet", "zrusit objednavku", "zrusit predplatne",
            "deaktivovat", "resetovat", "zverejnit", "vyprazdnit kosik", "vyprazdnit kos",
        ],
        ["ru"] =
        [
            "удалить", "удаление", "стереть", "очистить корзину", "выйти", "выход", "оплатить", "оплата", "купить сейчас", "оформить заказ", "отписаться", "отменить подписку", "отменить заказ",
            "деактивировать", "отключить", "сбросить", "перевести деньги", "вернуть деньги", "опубликовать", "заблокировать",
        ],
        ["uk"] =
        [
            "видалити", "видалення", "стерти", "очистити кошик", "вийти", "вихід", "оплатити", "сплатити", "купити зараз", "оформити замовлення", "відписатися", "скасувати підписку",
            "скасувати замовлення", "деактивувати", "вимкнути", "скинути", "опублікувати", "заблокувати",
        ],
        ["tr"] =
        [
            "sil", "kaldir", "cikis yap", "oturumu kapat", "cikis", "odeme yap", "hemen ode", "hemen al", "satin al", "siparisi tamamla", "siparis ver", "aboneligi iptal et", "siparisi iptal et",
            "hesabi kapat", "devre disi birak", "sifirla", "yayinla", "sepeti bosalt", "bagis yap",
        ],
        ["el"] =
        [
            "διαγραφη", "διαγραψτε", "καταργηση", "αφαιρεση", "αποσυνδεση", "εξοδος", "πληρωμη", "πληρωστε", "αγορα τωρα", "ολοκληρωση παραγγελιας", "ακυρωση συνδρομης", "ακυρωση παραγγελιας",
            "διαγραφη λογαριασμου", "απενεργοποιηση", "επαναφορα", "δημοσιευση",
        ],
        ["ro"] =
        [
            "sterge", "stergere", "stergeti", "elimina", "deconectare", "deconecteaza", "iesire", "plateste", "platiti", "cumpara acum", "trimite comanda", "finalizeaza comanda",
            "dezabonare", "anuleaza comanda", "anuleaza abonamentul", "dezactiveaza", "reseteaza", "goleste cosul",
        ],
        ["hu"] =
        [
            "torles", "torlese", "torol", "torolje", "eltavolitas", "kijelentkezes", "kilepes", "fizetes", "fizetek", "vasarlas most", "megrendeles elkuldese", "megrendelem", "leiratkozas",
            "elofizetes lemondasa", "rendeles lemondasa", "letiltas", "visszaallitas", "kozzetetel", "kosar uritese",
        ],
        ["id"] = ["hapus", "keluar", "bayar", "beli sekarang", "buat pesanan", "berhenti berlangganan", "batalkan pesanan", "nonaktifkan", "kosongkan keranjang"],
        ["vi"] = ["xoa", "dang xuat", "thanh toan", "mua ngay", "dat hang", "huy dang ky", "huy don hang"],
        ["ar"] =
        [
            "حذف", "احذف", "ازالة", "تسجيل الخروج", "خروج", "ادفع", "الدفع", "ادفع الان", "اشتر الان", "شراء الان", "تاكيد الطلب", "الغاء الاشتراك", "الغاء الطلب", "تعطيل", "تحويل الاموال",
        ],
        ["he"] = ["מחק", "מחיקה", "למחוק", "הסר", "הסרה", "התנתק", "התנתקות", "יציאה", "שלם", "לתשלום", "קנה עכשיו", "בצע הזמנה", "בטל מנוי", "ביטול מנוי", "בטל הזמנה"],
        ["hi"] = ["हटाएं", "हटाएँ", "मिटाएं", "मिटाएँ", "डिलीट", "लॉग आउट", "लॉगआउट", "साइन आउट", "भुगतान", "भुगतान करें", "अभी खरीदें", "ऑर्डर करें", "सदस्यता रद्द करें"],
    };

    /// <summary>Pieces of text, for languages that put no space between words.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Pieces = new Dictionary<string, string[]>
    {
        ["ja"] = ["削除", "消去", "ログアウト", "サインアウト", "支払", "今すぐ購入", "購入する", "注文を確定", "注文する", "退会", "解約", "配信停止", "初期化", "振込", "カートを空に", "公開する"],
        ["zh"] =
        [
            "删除", "刪除", "移除", "清空", "注销", "註銷", "登出", "退出登录", "退出登錄", "支付", "付款", "立即购买", "立即購買", "提交订单", "提交訂單", "取消订单", "取消訂單", "取消订阅", "取消訂閱",
            "停用", "转账", "轉帳", "发布", "發佈",
        ],
        ["ko"] = ["삭제", "제거", "로그아웃", "결제", "구매하기", "주문하기", "탈퇴", "해지", "구독 취소", "주문 취소", "송금", "초기화", "비활성화", "비우기"],
        ["th"] = ["ออกจากระบบ", "ชำระเงิน", "ลบบัญชี", "ลบรายการ", "ซื้อเลย", "ยกเลิกคำสั่งซื้อ"],
    };

    /// <summary>Phrases that hold such a word and mean no harm; they are taken out before the words are looked for.</summary>
    public static readonly string[] Harmless =
    [
        "drop down", "drop downs", "drag and drop", "drag drop", "drag n drop", "drop zone", "drop shadow", "drop files", "drop file", "reset filter", "reset filters", "reset search", "reset sort",
        "reset sorting", "reset zoom", "reset view", "reset columns", "transfer rate", "transfer learning", "transfer student", "transfer students", "pay attention", "filter zurucksetzen",
        "filter zuruecksetzen", "reinitialiser les filtres", "restablecer filtros", "reimposta filtri", "redefinir filtros",
    ];

    /// <summary>The same for <see cref="Pieces"/>: what is deleted already.</summary>
    public static readonly string[] HarmlessPieces = ["已删除", "已刪除", "已支付", "已付款", "已发布", "已發佈", "未支付", "待付款", "削除済み", "削除された", "支払済み", "삭제된", "삭제됨", "결제 완료", "결제완료"];
}
