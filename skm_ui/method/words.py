"""The rules in words: heading, lead, and sentences, in the order of the page."""

from __future__ import annotations

from skm_core.rules import DESIMAL_IKM, DESIMAL_NRR, KONVERSI, N_SEMBUNYI, N_TANDA

STEPS = (
    "Setiap pertanyaan dijawab dengan nilai 1 sampai 4. Nilai satu unsur dijumlahkan, lalu dibagi banyaknya jawaban "
    "untuk unsur itu. Hasilnya nilai rata-rata unsur, disingkat NRR.",
    "Setiap unsur mendapat bobot yang sama: 1 dibagi banyaknya unsur. Untuk sembilan unsur bobotnya tepat 1/9.",
    "NRR dikali bobotnya, lalu semuanya dijumlahkan. Hasilnya NRR tertimbang, antara 1 dan 4.",
    f"NRR tertimbang dikali {KONVERSI} menjadi IKM, antara 25 dan 100.",
)
ROUNDING = (
    f"Semua hitungan memakai bilangan bulat dan pecahan. Pembulatan dilakukan sekali saja, di akhir: IKM ke "
    f"{DESIMAL_IKM} desimal dan NRR ke {DESIMAL_NRR} desimal, angka 5 dibulatkan ke atas."
)
WEIGHTS = (
    "Sebagian instansi membulatkan bobot menjadi 0,11 atau 0,111. Akibatnya unit yang sempurna pun tidak mencapai "
    "100, dan mutu dapat turun satu tingkat. Dasbor ini memakai 1/9 yang tepat; angka lain hanya pembanding."
)
CASES = (
    ("Pertanyaan yang kosong", "Kosong tidak dihitung sebagai 0. NRR dibagi hanya oleh jawaban yang ada."),
    (
        "Unsur yang tidak dijawab siapa pun",
        "Unsur itu tidak ikut; bobot unsur lain menjadi 1/(k − 1), dan angkanya menyebut hal itu.",
    ),
    (
        "Beberapa pertanyaan untuk satu unsur",
        "NRR tiap pertanyaan dihitung dari jawabannya sendiri, lalu dirata-ratakan menjadi NRR unsur.",
    ),
    ("Unsur tambahan", "Ikut membentuk IKM dengan bobot 1/k untuk semua k unsur."),
    (
        "Bobot sendiri",
        "Boleh, bila jumlahnya tepat 1. Kuesioner dengan jumlah lain ditolak. Angka yang memakainya menyebut hal itu.",
    ),
    (
        "Gabungan beberapa kelurahan atau layanan",
        "Semua kuesioner digabung, jadi setiap kuesioner sama beratnya. Rata-rata biasa dari bagian-bagiannya ditulis "
        "di samping, dengan namanya.",
    ),
    (
        "Orang dan kuesioner",
        "Satu orang dapat mengisi beberapa kuesioner. Banyaknya responden dan banyaknya kuesioner dihitung terpisah.",
    ),
    (
        "Skala lima atau enam",
        "Ditolak. Mengubahnya menjadi empat berarti mengarang jawaban.",
    ),
)
NUMBERS = (
    "Daftar unsur dalam aturan menyebut pengaduan sebagai nomor 8 dan sarana sebagai nomor 9, tetapi contoh "
    "kuesionernya menanyakan sarana lebih dahulu. Berkas yang beredar memakai keduanya. Karena itu unsur selalu "
    "dikenali dari namanya. Bila berkas hanya bernomor, dasbor bertanya dahulu dan tidak menebak."
)
COLLECTORS = (
    "Sampel kota dikumpulkan kota: dua kelurahan di setiap kecamatan, sebagai pembanding.",
    "Kumpulan kelurahan dikumpulkan kelurahan sendiri. Keduanya tidak pernah dicampur dalam satu angka.",
    "Angka kota, kecamatan, dan layanan memakai sampel kota bila periode itu mempunyainya, selain itu kumpulan "
    "kelurahan. Yang lain ditulis di sampingnya.",
    "Angka satu kelurahan memakai datanya sendiri, juga pada peta, supaya 56 kelurahan dibandingkan dengan data "
    "sejenis; sampel kota hanya dipakai bila kelurahan itu tidak mengirim data.",
    "Putaran Maret 2019 adalah panel tertutup dengan variabel sendiri. Angkanya tidak mendapat mutu dan rentang, "
    "karena panel bukan sampel.",
)
COMPARING = (
    "Dua periode dapat dibandingkan bila layanan, pengumpul, kuesioner, aturan, dan banyaknya unsur sama. Garis tren "
    "hanya menghubungkan periode yang dapat dibandingkan.",
    "Perubahan adalah selisih dua angka terbit, sehingga sama dengan yang dihitung pembaca sendiri.",
    "Angka tahunan ditampilkan bila periode yang dapat dibandingkan mencakup dua belas bulan; kuesionernya digabung.",
    "Batas mutu aturan 2004 dan 2017 berbeda. Angka 72,40 bermutu B menurut aturan 2004 dan C menurut aturan 2017, "
    "jadi mutu tidak dibandingkan melewati pergantian aturan.",
)
FEW = (
    f"Angka dari kurang dari {N_SEMBUNYI} kuesioner tidak ditampilkan: satu dua jawaban dapat mengubah mutunya, dan "
    "orangnya dapat dikenali.",
    f"Angka dari {N_SEMBUNYI} sampai {N_TANDA - 1} kuesioner ditampilkan dengan tanda “sedikit jawaban”.",
)
PRIVACY = (
    "Nama, NIK, telepon, surel, alamat, koordinat, dan foto dibuang ketika berkas dibaca, sebelum apa pun disimpan.",
    "Nomor NIK, nomor telepon, dan alamat surel di dalam saran disamarkan.",
)
SOURCES = (
    "Permenpan RB 14/2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik: "
    "unsur, kuesioner, pengolahan data, dan mutu.",
    "KEP/25/M.PAN/2/2004: empat belas unsur dan mutu untuk data lama.",
    "Rentang: Särndal, Swensson, dan Wretman (1992), Model Assisted Survey Sampling; Lumley (2010), Complex Surveys. "
    "Hasilnya sama dengan paket survey dari R sampai delapan angka di belakang koma.",
    "Putusan: Holm (1979), Scandinavian Journal of Statistics 6. Peringkat: Goldstein dan Spiegelhalter (1996), "
    "Journal of the Royal Statistical Society A 159.",
    "Tanda mutu data: Spiegelhalter (2005), Statistics in Medicine 24; alfa: Cronbach (1951), Psychometrika 16.",
    "Rumus dan uji cobanya ada di docs/ketelitian.md bersama program ini.",
    "Kode wilayah menurut Kemendagri; jumlah penduduk menurut Dukcapil, Desember 2019; letak kelurahan diturunkan dari "
    "batas wilayah BPS dan OCHA, 2020.",
)
